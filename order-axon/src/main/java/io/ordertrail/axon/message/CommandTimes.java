package io.ordertrail.axon.message;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How long the senders of commands had to wait for their answers of late, of those that this process handles. */
public final class CommandTimes {

    private static final long SPAN_NANOS = TimeUnit.SECONDS.toNanos(1);

    private long begun = System.nanoTime();
    private long longest;
    private long longestBefore;

    synchronized void add(long nanos) {
        turn();
        longest = Math.max(longest, nanos);
    }

    /** The longest wait of those that ended within the last second, or within the one before it. */
    public synchronized Duration longest() {
        turn();
        return Duration.ofNanos(Math.max(longest, longestBefore));
    }

    private void turn() {
        long now = System.nanoTime();
        if (now - begun < SPAN_NANOS) {
            return;
        }
        longestBefore = now - begun < 2 * SPAN_NANOS ? longest : 0;
        longest = 0;
        begun = now;
    }
}
