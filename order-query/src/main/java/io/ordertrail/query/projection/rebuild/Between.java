package io.ordertrail.query.projection.rebuild;

import java.time.Duration;

/** What is done between two batches. It may throw: what was done by then is not lost. */
@FunctionalInterface
interface Between {

    /**
     * @param events by which the work got on
     * @param worked how long that took
     */
    void after(long events, Duration worked);
}
