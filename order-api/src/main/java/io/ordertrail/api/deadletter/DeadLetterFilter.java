package io.ordertrail.api.deadletter;

import org.jspecify.annotations.Nullable;

/**
 * Which dead letters: those that agree with all that is given.
 *
 * @param place the view or the event processor of the processes; null for all
 * @param error null for all
 * @param eventType of the first event that waits; null for all
 * @param subject null for all
 */
public record DeadLetterFilter(
        @Nullable String place,
        @Nullable String error,
        @Nullable String eventType,
        @Nullable String subject) {

    public static final DeadLetterFilter ALL = of(null);

    /** All of one place. */
    public static DeadLetterFilter of(@Nullable String place) {
        return new DeadLetterFilter(place, null, null, null);
    }
}
