package io.ordertrail.axon.message;

import io.ordertrail.axon.access.NetworkAddresses;
import java.util.List;
import java.util.function.BiFunction;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.MessageDispatchInterceptor;

/** Has commands, and so events, tell the network address they came from as it is to be kept. */
final class AddressHash implements MessageDispatchInterceptor<CommandMessage<?>> {

    private final NetworkAddresses addresses;

    AddressHash(NetworkAddresses addresses) {
        this.addresses = addresses;
    }

    @Override
    public BiFunction<Integer, CommandMessage<?>, CommandMessage<?>> handle(
            List<? extends CommandMessage<?>> commands) {
        return (n, command) -> command.getMetaData().get(MetaKeys.ADDRESS) instanceof String address
                ? command.withMetaData(command.getMetaData().and(MetaKeys.ADDRESS, addresses.kept(address)))
                : command;
    }
}
