package io.ordertrail.axon.message;

import io.ordertrail.axon.access.ServiceSecrets;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.MessageDispatchInterceptor;

/**
 * Has commands, and so events, tell a hash of the network address they came from: the same for the same address, and of
 * no use to whoever does not have the service's own secret.
 */
final class AddressHash implements MessageDispatchInterceptor<CommandMessage<?>> {

    private static final String SECRET = "addresses";
    private static final int DIGITS = 16;

    private final Supplier<ServiceSecrets> secrets;

    AddressHash(Supplier<ServiceSecrets> secrets) {
        this.secrets = secrets;
    }

    @Override
    public BiFunction<Integer, CommandMessage<?>, CommandMessage<?>> handle(
            List<? extends CommandMessage<?>> commands) {
        return (n, command) -> command.getMetaData().get(MetaKeys.ADDRESS) instanceof String address
                ? command.withMetaData(command.getMetaData().and(MetaKeys.ADDRESS, hash(address)))
                : command;
    }

    private String hash(String address) {
        return new HmacUtils(HmacAlgorithms.HMAC_SHA_256, secrets.get().of(SECRET))
                .hmacHex(address)
                .substring(0, DIGITS);
    }
}
