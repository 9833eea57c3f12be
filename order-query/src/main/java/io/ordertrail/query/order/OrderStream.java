package io.ordertrail.query.order;

import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.query.projection.fold.Recorded;
import io.ordertrail.query.projection.fold.StreamFold;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;

/** How to recognise the events of an order, and how to fold them. */
final class OrderStream {

    static final StreamFold<OrderEvent, FoldedOrder> FEED =
            new StreamFold<>("order", OrderEvent.class, FoldedOrder::version, OrderFold::fold);

    private OrderStream() {}

    static boolean isOrder(EventMessage<?> event) {
        return FEED.concerns(event);
    }

    /** @throws RuntimeException its payload cannot be read, or is nothing that this release knows */
    static Recorded<OrderEvent> recorded(EventMessage<?> message) {
        return Recorded.of((DomainEventMessage<?>) message, OrderEvent.class);
    }
}
