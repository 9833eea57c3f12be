package io.ordertrail.query.projection.fold;

import io.ordertrail.axon.message.MetaKeys;
import io.ordertrail.axon.unknown.UnknownEvents;
import java.time.Instant;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;

/**
 * An event of an aggregate as it was stored.
 *
 * @param version at which it leaves a row: its sequence number in the aggregate's stream, from 0; one less while more
 *     is to come that was read out of the same stored event
 * @param continued whether more is to come
 * @param recordedAt when it was stored, which may be long after it happened
 */
public record Recorded<E>(E event, long version, boolean continued, Instant recordedAt) {

    public Recorded(E event, long version, Instant recordedAt) {
        this(event, version, false, recordedAt);
    }

    /** @throws RuntimeException its payload cannot be read, or is nothing that this release knows */
    public static <E> Recorded<E> of(DomainEventMessage<?> message, Class<E> events) {
        return of(message, UnknownEvents.known(message, events));
    }

    /** @param event the payload of {@code message} */
    public static <E> Recorded<E> of(DomainEventMessage<?> message, E event) {
        boolean continued = isContinued(message);
        return new Recorded<>(
                event, message.getSequenceNumber() - (continued ? 1 : 0), continued, message.getTimestamp());
    }

    /** Whether more is to come that was read out of the same stored event. */
    public static boolean isContinued(EventMessage<?> message) {
        return message.getMetaData().containsKey(MetaKeys.CONTINUED);
    }

    /**
     * Whether a row that stands at {@code versionOfRow} (-1 before the first event) has yet to process this event;
     * false where it already has.
     *
     * @throws IllegalStateException events between are missing, so that the row would become wrong without a sign
     */
    public boolean follows(long versionOfRow) {
        long own = continued ? version + 1 : version;
        if (own > versionOfRow + 1) {
            throw new MissingEvents(event.getClass().getSimpleName() + ", event " + own
                    + " of its stream, cannot be processed: the row is at version " + versionOfRow);
        }
        return own == versionOfRow + 1;
    }
}
