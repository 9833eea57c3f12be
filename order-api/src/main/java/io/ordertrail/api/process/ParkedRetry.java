package io.ordertrail.api.process;

import io.ordertrail.api.message.Named;
import org.jspecify.annotations.Nullable;

/**
 * What came of a retry.
 *
 * @param taken events of the subject that were processed
 * @param left events of the subject that still wait
 * @param cause why the first of them does; null if none is left
 */
@Named("process.ParkedRetry")
public record ParkedRetry(
        String subject, long taken, long left, @Nullable String cause) {}
