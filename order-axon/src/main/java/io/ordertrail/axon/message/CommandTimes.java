package io.ordertrail.axon.message;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** How long the senders of commands had to wait for their answers of late, of those that this process handles. */
public final class CommandTimes {

    private static final int MOST = 2_048;
    private static final long LATE_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final LongSupplier nanoTime;
    private final long[] waits = new long[MOST];
    private final long[] ends = new long[MOST];
    private long count;

    CommandTimes() {
        this(System::nanoTime);
    }

    CommandTimes(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    synchronized void add(long nanos) {
        int next = (int) (count++ % MOST);
        waits[next] = nanos;
        ends[next] = nanoTime.getAsLong();
    }

    /** The 99th percentile of those that ended within the last two seconds; zero without any. */
    public Duration p99() {
        long[] late = late();
        if (late.length == 0) {
            return Duration.ZERO;
        }
        Arrays.sort(late);
        return Duration.ofNanos(late[(int) Math.ceil(late.length * 0.99) - 1]);
    }

    private synchronized long[] late() {
        long now = nanoTime.getAsLong();
        int kept = (int) Math.min(count, MOST);
        long[] late = new long[kept];
        int found = 0;
        while (found < kept) {
            int one = (int) ((count - 1 - found) % MOST);
            if (now - ends[one] > LATE_NANOS) {
                break;
            }
            late[found++] = waits[one];
        }
        return Arrays.copyOf(late, found);
    }
}
