package io.ordertrail.command.fulfilment;

import io.ordertrail.api.order.OrderEvent.OrderCancelled;
import io.ordertrail.api.order.OrderEvent.OrderCreated;
import io.ordertrail.api.order.OrderEvent.OrderEdited;
import io.ordertrail.api.order.OrderEvent.OrderLinesCancelled;
import io.ordertrail.api.order.OrderEvent.ShipmentApproved;
import io.ordertrail.api.order.OrderEvent.ShipmentWithdrawn;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/** Reads the order's stream. Few orders have more than some dozen events, and it is asked once a parcel and once a payment. */
final class StoredWorths implements Worths {

    private static final String IMPORT = "IMPORT";

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

    @Override
    public Optional<OrderCancelled> cancellationOf(String orderId) {
        return cancellation(events.readEvents(orderId, 0).asStream().map(DomainEventMessage::getPayload));
    }

    static Optional<OrderCancelled> cancellation(Stream<?> events) {
        return events.takeWhile(event ->
                        !(event instanceof OrderCreated order && order.channel().equals(IMPORT)))
                .filter(OrderCancelled.class::isInstance)
                .map(OrderCancelled.class::cast)
                .findFirst();
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
