package io.ordertrail.query.projection.fold;

import java.time.Instant;
import org.axonframework.eventhandling.DomainEventMessage;

/**
 * An event of an aggregate as it was stored.
 *
 * @param version its sequence number in the aggregate's stream, from 0
 * @param recordedAt when it was stored, which may be long after it happened
 */
public record Recorded<E>(E event, long version, Instant recordedAt) {

    /** @throws RuntimeException its payload cannot be read, or is nothing that this release knows */
    public static <E> Recorded<E> of(DomainEventMessage<?> message, Class<E> events) {
        Object payload = message.getPayload();
        if (events.isInstance(payload)) {
            return new Recorded<>(events.cast(payload), message.getSequenceNumber(), message.getTimestamp());
        }
        throw UnknownEvent.of(message);
    }

    /**
     * Whether a row that stands at {@code version} (-1 before the first event) has yet to process this event; false
     * where it already has.
     *
     * @throws IllegalStateException events between are missing, so that the row would become wrong without a sign
     */
    public boolean follows(long versionOfRow) {
        if (version > versionOfRow + 1) {
            throw new MissingEvents(event.getClass().getSimpleName() + ", event " + version
                    + " of its stream, cannot be processed: the row is at version " + versionOfRow);
        }
        return version == versionOfRow + 1;
    }
}
