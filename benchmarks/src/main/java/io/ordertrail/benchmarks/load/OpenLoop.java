package io.ordertrail.benchmarks.load;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.HdrHistogram.ConcurrentHistogram;

/** Load at a fixed rate, whatever happens: who waits long does not keep others from asking. */
public final class OpenLoop {

    private static final int MOST_AT_ONCE = 64;

    /** One piece of work, of a number from 0. */
    @FunctionalInterface
    public interface Piece {
        void make(int n) throws Exception;
    }

    private OpenLoop() {}

    /** For latencies of up to a minute, in microseconds. */
    public static ConcurrentHistogram latencies() {
        return new ConcurrentHistogram(TimeUnit.MINUTES.toMicros(1), 3);
    }

    /**
     * Does pieces of work for so long, and waits until all are done.
     *
     * @param micros how long each took from when it was due
     */
    public static void run(double aSecond, Duration time, ConcurrentHistogram micros, Piece piece) throws Exception {
        AtomicReference<Exception> failure = new AtomicReference<>();
        ExecutorService clients = Executors.newFixedThreadPool(MOST_AT_ONCE);
        long begin = System.nanoTime();
        for (int i = 0; i < aSecond * time.toNanos() / 1e9; i++) {
            int n = i;
            long due = begin + (long) (i * 1e9 / aSecond);
            TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
            clients.execute(() -> {
                try {
                    piece.make(n);
                    micros.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - due));
                } catch (Exception e) {
                    failure.compareAndSet(null, e);
                }
            });
        }
        clients.shutdown();
        if (!clients.awaitTermination(1, TimeUnit.MINUTES) || failure.get() != null) {
            throw new IllegalStateException("failed, or took more than a minute", failure.get());
        }
    }
}
