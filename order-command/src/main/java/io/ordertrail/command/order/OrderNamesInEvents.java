package io.ordertrail.command.order;

import io.ordertrail.api.order.OrderCourseEvent.OrderCreated;
import io.ordertrail.command.kernel.ClaimsOfEvents;
import io.ordertrail.command.kernel.CustomerNames;
import io.ordertrail.command.kernel.UniqueName;
import java.util.function.Function;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;

/** Orders' numbers and external references. The count of orders goes on after the highest that was given. */
final class OrderNamesInEvents implements ClaimsOfEvents {

    private final OrderNames names;

    OrderNamesInEvents(OrderNames names) {
        this.names = names;
    }

    @Override
    public Function<EventMessage<?>, Stream<UniqueName>> reader() {
        return ClaimsOfEvents.of(OrderCreated.class, OrderNamesInEvents::of);
    }

    @Override
    public void areBack() {
        names.continueAfterLast();
    }

    private static Stream<UniqueName> of(OrderCreated order) {
        UniqueName number = new UniqueName(OrderNames.NUMBER, order.number(), order.orderId());
        UniqueName ofCustomer =
                new UniqueName(CustomerNames.orders(order.customerId()), order.orderId(), order.orderId());
        return order.externalRef() == null
                ? Stream.of(number, ofCustomer)
                : Stream.of(
                        number,
                        ofCustomer,
                        new UniqueName(
                                OrderNames.EXTERNAL_REF,
                                OrderNames.external(order.channel(), order.externalRef()),
                                order.orderId()));
    }
}
