package io.ordertrail.api.deadletter;

import io.ordertrail.api.message.Named;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A sequence of events that waits from the first that could not be processed: of a view, the events of one aggregate or
 * one event of none; of the processes, those of one subject.
 *
 * @param place the view, or the event processor of the processes
 * @param subject what the events are of: the id of an aggregate or, of an event of none, its own
 * @param eventId the event that comes first
 * @param eventType its name in the store
 * @param events how many wait, itself included
 * @param error why it could not be processed: one word in upper snake case and never the text of the failure, which may
 *     contain confidential data
 * @param parkedAt when it was parked
 * @param triedAt when it was last tried
 * @param nextTryAt when it is tried again by itself; null if it no longer is
 */
@Named("deadletter.DeadLetter")
public record DeadLetter(
        String id,
        String place,
        String subject,
        String eventId,
        String eventType,
        long events,
        String error,
        Instant parkedAt,
        Instant triedAt,
        @Nullable Instant nextTryAt) {}
