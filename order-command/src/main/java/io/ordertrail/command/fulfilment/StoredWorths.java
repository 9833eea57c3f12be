package io.ordertrail.command.fulfilment;

import io.ordertrail.api.order.OrderEvent.OrderCreated;
import io.ordertrail.api.order.OrderEvent.OrderEdited;
import io.ordertrail.api.order.OrderEvent.OrderLinesCancelled;
import io.ordertrail.api.order.OrderEvent.ShipmentApproved;
import io.ordertrail.api.order.OrderEvent.ShipmentWithdrawn;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/** Reads the order's stream. Few orders have more than some dozen events, and it is asked once a parcel. */
final class StoredWorths implements Worths {

    private final EventStore events;

    StoredWorths(EventStore events) {
        this.events = events;
    }

    @Override
    public Worth asOf(String orderId, long version) {
        DomainEventStream stream = events.readEvents(orderId, 0);
        Worth worth = null;
        while (stream.hasNext()) {
            DomainEventMessage<?> event = stream.next();
            if (event.getSequenceNumber() > version) {
                break;
            }
            worth = fold(worth, event.getPayload());
        }
        if (worth == null) {
            throw new IllegalStateException("There is no order " + orderId + " in the event store");
        }
        return worth;
    }

    static @Nullable Worth fold(@Nullable Worth worth, Object event) {
        if (event instanceof OrderCreated order) {
            return Worth.of(order.totals().grand(), order.lines(), order.shipping());
        }
        if (worth == null) {
            return null;
        }
        if (event instanceof OrderEdited order) {
            return worth.edited(order.totals().grand(), order.lines());
        }
        if (event instanceof OrderLinesCancelled order) {
            return worth.cancel(order.lines());
        }
        if (event instanceof ShipmentApproved order) {
            return worth.approve(order.lines());
        }
        return event instanceof ShipmentWithdrawn order ? worth.withdraw(order.lines()) : worth;
    }
}
