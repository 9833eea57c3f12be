package io.ordertrail.benchmarks;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.HdrHistogram.ConcurrentHistogram;

/**
 * R4: how long after an order is acknowledged the list shows it, while orders come at a fixed rate whatever happens.
 */
final class Visibility {

    private static final int ORDERS_A_SECOND = 200;
    /** Every so many orders, one is looked for in the list; the looking is load too, so it must be rare. */
    private static final int SAMPLED = 20;

    private Visibility() {}

    static String measure(Client client, Duration time) throws Exception {
        ConcurrentHistogram micros = new ConcurrentHistogram(TimeUnit.MINUTES.toMicros(1), 3);
        AtomicReference<Exception> failure = new AtomicReference<>();
        ExecutorService clients = Executors.newFixedThreadPool(64);
        long begin = System.nanoTime();
        for (int i = 0; i < ORDERS_A_SECOND * time.toSeconds(); i++) {
            long due = begin + i * TimeUnit.SECONDS.toNanos(1) / ORDERS_A_SECOND;
            TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
            boolean sampled = i % SAMPLED == 0;
            clients.execute(() -> {
                try {
                    String number = client.place();
                    long acknowledged = System.nanoTime();
                    while (sampled && !client.isListed(number)) {
                        Thread.onSpinWait();
                    }
                    if (sampled) {
                        micros.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - acknowledged));
                    }
                } catch (Exception e) {
                    failure.compareAndSet(null, e);
                }
            });
        }
        clients.shutdown();
        if (!clients.awaitTermination(1, TimeUnit.MINUTES) || failure.get() != null) {
            throw new IllegalStateException("orders failed or were never listed", failure.get());
        }
        return String.format(
                Locale.ROOT,
                "p50 %.1f ms, p99 %.1f ms, max %.1f ms over %d samples at %d orders/s",
                micros.getValueAtPercentile(50) / 1000.0,
                micros.getValueAtPercentile(99) / 1000.0,
                micros.getMaxValue() / 1000.0,
                micros.getTotalCount(),
                ORDERS_A_SECOND);
    }
}
