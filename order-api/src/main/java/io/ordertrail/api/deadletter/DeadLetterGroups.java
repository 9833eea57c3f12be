package io.ordertrail.api.deadletter;

import io.ordertrail.api.message.Named;
import java.time.Instant;
import java.util.List;

/** What waits, by failure and place, the largest group first; at most 500. */
@Named("deadletter.DeadLetterGroups")
public record DeadLetterGroups(List<Group> items) {

    /**
     * Sequences that failed at the same place for the same reason with an event of the same type.
     *
     * @param place the view, or the event processor of the processes
     * @param error one word in upper snake case
     * @param eventType of the first event that waits, its name in the store
     * @param sequences how many
     * @param events how many events wait in them
     * @param firstSeen when the first of them was parked
     * @param lastSeen when the last of them was parked
     */
    @Named("deadletter.DeadLetterGroup")
    public record Group(
            String place,
            String error,
            String eventType,
            long sequences,
            long events,
            Instant firstSeen,
            Instant lastSeen) {}
}
