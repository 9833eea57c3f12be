package io.ordertrail.axon.message;

import io.ordertrail.axon.access.ServiceSecrets;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.MessageDispatchInterceptor;

/**
 * Has commands, and so events, tell a hash of the network address they came from: the same for the same address, and of
 * no use to whoever does not have the service's own secret.
 */
final class AddressHash implements MessageDispatchInterceptor<CommandMessage<?>> {

    private static final String SECRET = "addresses";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 8;

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

    /** 16 hexadecimal digits. */
    private String hash(String address) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secrets.get().of(SECRET), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(address.getBytes(StandardCharsets.UTF_8)), 0, BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }
}
