package io.ordertrail.query.order;

import io.ordertrail.api.order.OrderEvent;
import java.time.Instant;
import org.axonframework.eventhandling.DomainEventMessage;

/**
 * An event of an order as it was stored.
 *
 * @param version its sequence number in the order's stream, from 0
 * @param recordedAt when it was stored, which may be long after it happened
 */
record Recorded(OrderEvent event, long version, Instant recordedAt) {

    /** @throws RuntimeException its payload cannot be read, or is nothing that this release knows */
    static Recorded of(DomainEventMessage<?> message) {
        if (message.getPayload() instanceof OrderEvent event) {
            return new Recorded(event, message.getSequenceNumber(), message.getTimestamp());
        }
        throw new IllegalStateException("Event " + message.getIdentifier() + " of " + message.getAggregateIdentifier()
                + " is of a type that this release does not know");
    }

    /**
     * Whether a row that stands at {@code version} (-1 before the first event) is still to take this event in; false
     * where it already has.
     *
     * @throws IllegalStateException events between are missing, so that the row would become wrong without a sign
     */
    boolean follows(long versionOfRow) {
        if (version > versionOfRow + 1) {
            throw new IllegalStateException("Event " + version + " of " + event.orderId()
                    + " cannot be taken in: the row stands at " + versionOfRow);
        }
        return version == versionOfRow + 1;
    }
}
