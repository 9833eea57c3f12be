package io.ordertrail.command.order;

import io.ordertrail.api.order.OrderEvent.OrderHeld;
import io.ordertrail.api.order.OrderEvent.OrderReleased;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Whether an order is on hold, for those who act on its behalf elsewhere. */
public final class OrderHolds {

    private final EventStore events;

    public OrderHolds(EventStore events) {
        this.events = events;
    }

    /** Why the order is on hold; empty where it is not. */
    public Optional<String> reasonOf(String orderId) {
        return events.readEvents(orderId, 0)
                .asStream()
                .map(message -> message.getPayload())
                .filter(event -> event instanceof OrderHeld || event instanceof OrderReleased)
                .reduce((before, last) -> last)
                .map(last -> last instanceof OrderHeld held ? held.reason() : null);
    }
}
