package io.ordertrail.command.customer;

import io.ordertrail.api.customer.CustomerEvent.ErasureBegun;
import io.ordertrail.api.customer.CustomerId;
import io.ordertrail.command.kernel.ClaimsOfEvents;
import io.ordertrail.command.kernel.UniqueName;
import io.ordertrail.command.order.OrderNames;
import java.util.function.Function;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;

/** Customers who place no orders any more. */
final class ErasedCustomersInEvents implements ClaimsOfEvents {

    @Override
    public Function<EventMessage<?>, Stream<UniqueName>> reader() {
        return ClaimsOfEvents.of(ErasureBegun.class, begun -> {
            String stream = CustomerId.stream(begun.customerId());
            return Stream.of(new UniqueName(OrderNames.ERASED_CUSTOMER, stream, stream));
        });
    }
}
