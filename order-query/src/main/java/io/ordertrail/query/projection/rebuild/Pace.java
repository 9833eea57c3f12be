package io.ordertrail.query.projection.rebuild;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** Lets others go first: while commands store events, a rebuild works for a share of the time only. */
final class Pace {

    private final LongSupplier head;
    private final double share;
    private final BooleanSupplier ends;
    private long lastHead = Long.MAX_VALUE;

    /**
     * @param head position of the last event stored
     * @param share of the time in which it works while events are stored, above 0, 1 at most
     * @param ends whether the process ends
     */
    Pace(LongSupplier head, double share, BooleanSupplier ends) {
        this.head = head;
        this.share = share;
        this.ends = ends;
    }

    /**
     * Waits as is due after so much work.
     *
     * @throws RebuildStopped the process ends
     */
    synchronized void after(Duration worked) {
        long now = head.getAsLong();
        if (now > lastHead) {
            LockSupport.parkNanos((long) (worked.toNanos() * (1 / share - 1)));
        }
        lastHead = now;
        if (ends.getAsBoolean()) {
            throw new RebuildStopped();
        }
    }
}
