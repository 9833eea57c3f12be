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

    /** So a rebuild ends one day, however busy the service is. */
    private static final double LEAST = 0.25;

    private static final int FEW = 200;
    private static final int MANY = 5_000;
    private static final double LESS = 0.8;
    private static final double MORE = 0.01;
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private final LongSupplier head;
    private final Supplier<Duration> commands;
    private final RebuildProperties settings;
    private final CountDownLatch ended = new CountDownLatch(1);
    private long lastHead;
    private double share;
    private volatile boolean busy;

    /**
     * @param head position of the last event stored, by now
     * @param commands the 99th percentile of how long their senders wait
     */
    Pace(LongSupplier head, Supplier<Duration> commands, RebuildProperties settings) {
        this.head = head;
        this.commands = commands;
        this.settings = settings;
        this.share = settings.share();
        begin();
    }

    /** Something new begins: until it is known otherwise, events are stored. */
    synchronized void begin() {
        lastHead = -1;
        busy = true;
    }

    /**
     * Waits as is due after so much work.
     *
     * @throws RebuildStopped the process ends
     */
    void after(Duration worked) {
        try {
            if (ended.await(pause(worked).toNanos(), TimeUnit.NANOSECONDS)) {
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

    synchronized Duration pause(Duration worked) {
        long now = head.getAsLong();
        busy = now > lastHead;
        lastHead = now;
        boolean slow = commands.get().compareTo(settings.commandWait()) > 0;
        share = slow
                ? Math.max(Math.min(LEAST, settings.share()), share * LESS)
                : Math.min(settings.share(), share + MORE);
        Duration pause = busy ? Duration.ofNanos((long) (worked.toNanos() * (1 / share - 1))) : Duration.ZERO;
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }
}
