package io.ordertrail.command.customer;

import io.ordertrail.api.customer.CustomerEvent;
import io.ordertrail.api.customer.CustomerEvent.ErasureBegun;
import io.ordertrail.api.customer.CustomerEvent.ErasureWithdrawn;
import io.ordertrail.api.customer.CustomerId;
import io.ordertrail.command.kernel.ClaimsOfEvents;
import io.ordertrail.command.kernel.CustomerNames;
import io.ordertrail.command.kernel.UniqueName;
import java.util.function.Function;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;

/** Customers of whom there is nothing new any more, or again. */
final class ErasedCustomersInEvents implements ClaimsOfEvents {

    @Override
    public Function<EventMessage<?>, Stream<UniqueName>> reader() {
        return event -> event.getPayloadType() == ErasureBegun.class || event.getPayloadType() == ErasureWithdrawn.class
                ? Stream.of(turn((DomainEventMessage<?>) event))
                : Stream.empty();
    }

    private static UniqueName turn(DomainEventMessage<?> event) {
        String customerId = ((CustomerEvent) event.getPayload()).customerId();
        return new UniqueName(
                CustomerNames.erasures(customerId),
                String.valueOf(event.getSequenceNumber()),
                CustomerId.stream(customerId));
    }
}
