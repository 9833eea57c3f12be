package io.ordertrail.api.projection;

import io.ordertrail.api.message.Named;
import java.time.Instant;
import java.util.List;

/**
 * The events that views could not process, the longest parked first; at most 500.
 *
 * @param items one for each sequence of a read model
 * @param sequences how many there are, of which the items are a part
 * @param events how many events wait in all
 */
@Named("projection.DeadLetters")
public record DeadLetters(List<Item> items, long sequences, long events) {

    /**
     * A sequence, the events of one aggregate or one event of none, that waits from its first event that could not be
     * processed.
     *
     * @param subject the aggregate's id, or the event's
     * @param eventId the event that comes first
     * @param eventType its name in the store
     * @param firstPosition its position in the event store
     * @param events how many wait, itself included
     * @param error why it could not be processed
     * @param parkedAt when it was parked
     * @param triedAt when it was last tried
     */
    @Named("projection.DeadLetter")
    public record Item(
            String id,
            String projection,
            String subject,
            String eventId,
            String eventType,
            long firstPosition,
            long events,
            ProjectionError error,
            Instant parkedAt,
            Instant triedAt) {}
}
