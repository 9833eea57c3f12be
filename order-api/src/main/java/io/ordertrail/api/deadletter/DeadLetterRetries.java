package io.ordertrail.api.deadletter;

import io.ordertrail.api.message.Named;
import java.util.List;

/**
 * What came of a retry of several sequences.
 *
 * @param tried sequences that were tried, the longest parked first; at most 500
 * @param recovered those of which no event waits any more
 * @param taken events that were processed
 * @param left events of the sequences tried that still wait
 * @param untried sequences that agree with the filter and were not tried, because there are too many for one request:
 *     send it again
 */
@Named("deadletter.DeadLetterRetries")
public record DeadLetterRetries(long tried, long recovered, long taken, long left, long untried) {

    /** @param all sequences that agree with the filter */
    public static DeadLetterRetries of(List<DeadLetterRetry> retries, long all) {
        return new DeadLetterRetries(
                retries.size(),
                retries.stream().filter(retry -> retry.left() == 0).count(),
                retries.stream().mapToLong(DeadLetterRetry::taken).sum(),
                retries.stream().mapToLong(DeadLetterRetry::left).sum(),
                Math.max(0, all - retries.size()));
    }
}
