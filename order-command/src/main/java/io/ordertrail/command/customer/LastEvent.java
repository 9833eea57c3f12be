package io.ordertrail.command.customer;

import io.ordertrail.command.kernel.CustomerNames;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** When something last happened to the orders and accounts of a customer. */
record LastEvent(CustomerNames names, EventStore events) {

    /** Empty for somebody without either. */
    Optional<Instant> of(String customerId) {
        return Stream.concat(names.ordersOf(customerId).stream(), names.accountsOf(customerId).stream())
                .flatMap(stream -> last(stream).stream())
                .max(Comparator.naturalOrder());
    }

    private Optional<Instant> last(String id) {
        return events.lastSequenceNumberFor(id).flatMap(version -> {
            DomainEventStream stream = events.readEvents(id, version);
            return stream.hasNext() ? Optional.of(stream.next().getTimestamp()) : Optional.empty();
        });
    }
}
