package io.ordertrail.query.order;

import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.query.projection.Recorded;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** The events of one order, straight from the store. */
final class OrderStream {

    /** The aggregate's type, under which all events of orders are stored. */
    private static final String TYPE = "order";

    private final EventStore events;

    OrderStream(EventStore events) {
        this.events = events;
    }

    static boolean isOrder(EventMessage<?> event) {
        return event instanceof DomainEventMessage<?> stored && TYPE.equals(stored.getType());
    }

    /** Every event from the first on; a snapshot would hide the first ones. */
    DomainEventStream read(String orderId) {
        return events.readEvents(orderId, 0);
    }

    /** The order after all its events; empty where there are none. */
    Optional<FoldedOrder> fold(String orderId) {
        return fold(orderId, event -> true);
    }

    /** The order after its first events, up to the one that {@code limit} no longer wants; empty where that is the first. */
    Optional<FoldedOrder> fold(String orderId, Limit limit) {
        DomainEventStream stream = read(orderId);
        FoldedOrder order = null;
        while (stream.hasNext()) {
            DomainEventMessage<?> message = stream.next();
            if (!isOrder(message) || !limit.wants(message)) {
                break;
            }
            order = OrderFold.fold(order, recorded(message));
        }
        return Optional.ofNullable(order);
    }

    /** @throws RuntimeException its payload cannot be read, or is nothing that this release knows */
    static Recorded<OrderEvent> recorded(EventMessage<?> message) {
        return Recorded.of((DomainEventMessage<?>) message, OrderEvent.class);
    }

    /** How far to read. It does not look at the payload. */
    interface Limit {
        boolean wants(DomainEventMessage<?> event);
    }
}
