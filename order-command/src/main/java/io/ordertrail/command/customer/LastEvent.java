package io.ordertrail.command.customer;

import io.ordertrail.command.order.OrderNames;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** When something last happened to the orders of a customer. */
record LastEvent(OrderNames names, EventStore events) {

    /** Empty for somebody without orders. */
    Optional<Instant> of(String customerId) {
        return names.ordersOf(customerId).stream()
                .flatMap(order -> last(order).stream())
                .max(Comparator.naturalOrder());
    }

    private Optional<Instant> last(String orderId) {
        return events.lastSequenceNumberFor(orderId).flatMap(version -> {
            DomainEventStream stream = events.readEvents(orderId, version);
            return stream.hasNext() ? Optional.of(stream.next().getTimestamp()) : Optional.empty();
        });
    }
}
