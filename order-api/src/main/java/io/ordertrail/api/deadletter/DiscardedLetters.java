package io.ordertrail.api.deadletter;

import io.ordertrail.api.message.Named;
import java.time.Instant;
import java.util.List;

/** What people have discarded, the last first; at most 500. */
@Named("deadletter.DiscardedLetters")
public record DiscardedLetters(List<Item> items) {

    /**
     * A sequence that was discarded.
     *
     * @param id of the dead letter that it was
     * @param events how many waited
     * @param firstPosition position of the first in the event store
     * @param actor who discarded it
     * @param reason as they gave it
     */
    @Named("deadletter.DiscardedLetter")
    public record Item(
            String id,
            String place,
            String subject,
            long events,
            long firstPosition,
            String actor,
            String reason,
            Instant discardedAt) {}
}
