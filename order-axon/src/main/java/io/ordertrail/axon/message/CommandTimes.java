package io.ordertrail.axon.message;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** How long the senders of commands had to wait for their answers of late, of those that this process handles. */
public final class CommandTimes {

    private static final long SPAN_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final LongSupplier nanoTime;
    private long begun;
    private long longest;
    private long longestBefore;

    CommandTimes() {
        this(System::nanoTime);
    }

    CommandTimes(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.begun = nanoTime.getAsLong();
    }

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
        long now = nanoTime.getAsLong();
        if (now - begun < SPAN_NANOS) {
            return;
        }
        longestBefore = now - begun < 2 * SPAN_NANOS ? longest : 0;
        longest = 0;
        begun = now;
    }
}
