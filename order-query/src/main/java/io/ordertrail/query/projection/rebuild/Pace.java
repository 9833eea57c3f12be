package io.ordertrail.query.projection.rebuild;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Lets others go first: while commands store events, a rebuild works for a share of the time only; and for less and
 * less of it while their senders wait for long.
 */
final class Pace {

    /** Work that is not about events, such as to compare rows. */
    static final long UNCOUNTED = Long.MAX_VALUE;

    /** Of the time it works at least. */
    private static final double LEAST = 0.25;

    /** It gets on so many times as fast as events are stored, if it can: a rebuild shall end. */
    private static final double FASTER = 2;

    /** What was stored longer ago says little of how fast events come. */
    private static final Duration MEMORY = Duration.ofSeconds(10);

    private static final int FEW = 200;
    private static final int MANY = 5_000;
    private static final double LESS = 0.8;
    private static final double MORE = 0.01;
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private final LongSupplier head;
    private final Supplier<Duration> commands;
    private final LongSupplier nanos;
    private final RebuildProperties settings;
    private final CountDownLatch ended = new CountDownLatch(1);
    private long lastHead;
    private long lastAt;
    private double storedPerNano;
    private double share;
    private volatile boolean busy;

    /**
     * @param head position of the last event stored, by now
     * @param commands the 99th percentile of how long their senders wait
     * @param nanos what time it is, as {@link System#nanoTime}
     */
    Pace(LongSupplier head, Supplier<Duration> commands, LongSupplier nanos, RebuildProperties settings) {
        this.nanos = nanos;
        this.head = head;
        this.commands = commands;
        this.settings = settings;
        this.share = settings.share();
        begin();
    }

    /** Something new begins: until it is known otherwise, events are stored. */
    synchronized void begin() {
        lastHead = -1;
        storedPerNano = 0;
        busy = true;
    }

    /**
     * Waits as is due after so much work.
     *
     * @param events by which it got on; {@link #UNCOUNTED} where it is no matter of events
     * @throws RebuildStopped the process ends
     */
    void after(long events, Duration worked) {
        try {
            if (ended.await(pause(events, worked).toNanos(), TimeUnit.NANOSECONDS)) {
                throw new RebuildStopped();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RebuildStopped();
        }
    }

    /**
     * Events that are written at once: few while commands store events, so that these wait for less long; else so many
     * that most rows are written once, and not once for each of their events.
     */
    int batch() {
        return busy ? FEW : MANY;
    }

    /** The process ends. */
    void end() {
        ended.countDown();
    }

    synchronized Duration pause(long events, Duration worked) {
        look();
        boolean slow = commands.get().compareTo(settings.commandWait()) > 0;
        share = slow
                ? Math.max(Math.min(LEAST, settings.share()), share * LESS)
                : Math.min(settings.share(), share + MORE);
        if (!busy) {
            return Duration.ZERO;
        }
        double pause = Math.min(worked.toNanos() * (1 / share - 1), LONGEST.toNanos());
        // Else it might never end: what it has behind it grows while it pauses.
        double ahead = events == UNCOUNTED ? pause : events / (FASTER * storedPerNano) - worked.toNanos();
        return Duration.ofNanos((long) Math.max(0, Math.min(pause, ahead)));
    }

    /** How fast events are stored, by and by. */
    private void look() {
        long now = head.getAsLong();
        long at = nanos.getAsLong();
        busy = now > lastHead;
        if (lastHead >= 0) {
            double past = Math.max(1, at - lastAt);
            double weight = Math.min(1, past / MEMORY.toNanos());
            storedPerNano += weight * ((now - lastHead) / past - storedPerNano);
        }
        lastHead = now;
        lastAt = at;
    }
}
