package io.ordertrail.api.deadletter;

import io.ordertrail.api.message.Named;
import org.jspecify.annotations.Nullable;

/**
 * What came of a retry.
 *
 * @param place the view, or the event processor of the processes
 * @param taken events of the sequence that were processed
 * @param left events of it that still wait
 * @param error why the first of them does; null if none is left
 */
@Named("deadletter.DeadLetterRetry")
public record DeadLetterRetry(
        String place,
        String subject,
        long taken,
        long left,
        @Nullable String error) {}
