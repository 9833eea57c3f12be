package io.ordertrail.command.order;

import io.ordertrail.api.order.OrderEvent.OrderCreated;
import io.ordertrail.command.NamesInEvents;
import org.axonframework.eventhandling.EventMessage;

/** Orders' numbers and external references. The count of orders goes on after the highest that was given. */
final class OrderNamesInEvents implements NamesInEvents {

    private final OrderNames names;
    private long last;

    OrderNamesInEvents(OrderNames names) {
        this.names = names;
    }

    @Override
    public void claim(EventMessage<?> event) {
        if (event.getPayloadType() == OrderCreated.class) {
            OrderCreated order = (OrderCreated) event.getPayload();
            if (order.externalRef() == null) {
                names.claim(order.number(), order.orderId());
            } else {
                names.claim(order.number(), OrderNames.external(order.channel(), order.externalRef()), order.orderId());
            }
            last = Math.max(last, OrderNames.countOf(order.number()));
        }
    }

    @Override
    public void goOn() {
        if (last > 0) {
            names.continueAfter(last);
        }
    }
}
