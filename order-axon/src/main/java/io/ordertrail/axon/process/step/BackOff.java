package io.ordertrail.axon.process.step;

import java.time.Duration;

/**
 * How patiently a failed step is tried again.
 *
 * @param first wait after the first failure; doubled with each
 * @param longest the wait never gets longer
 * @param stuckAfter failures in a row after which a step is told as stuck, from 1
 */
record BackOff(Duration first, Duration longest, int stuckAfter) {

    private static final int MAX_DOUBLINGS = 30;

    BackOff {
        if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0 || stuckAfter < 1) {
            throw new IllegalArgumentException(
                    "ordertrail.process: 0 < first-delay <= longest-delay, 1 <= stuck-after");
        }
    }

    /** @param failures in a row, from 1 */
    Duration after(int failures) {
        Duration wait = first.multipliedBy(1L << Math.min(failures - 1, MAX_DOUBLINGS));
        return wait.compareTo(longest) < 0 ? wait : longest;
    }
}
