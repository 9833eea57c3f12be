package io.ordertrail.api.projection;

import io.ordertrail.api.message.Named;
import org.jspecify.annotations.Nullable;

/**
 * What came of a retry.
 *
 * @param taken events of the sequence that were processed
 * @param left events of it that still wait
 * @param error why the first of them does; null if none is left
 */
@Named("projection.DeadLetterRetry")
public record DeadLetterRetry(
        String projection,
        String subject,
        long taken,
        long left,
        @Nullable ProjectionError error) {}
