package io.ordertrail.benchmarks.load;

import io.ordertrail.benchmarks.machine.Client;
import io.ordertrail.benchmarks.machine.Progress;
import io.ordertrail.benchmarks.machine.Service;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Load that no view and no process falls behind of: clients place orders, and none while more than {@link #MOST} events
 * and steps wait. The time ends when nothing waits any more, so that an order counts only once all has followed from
 * it.
 *
 * @param orders placed
 * @param seconds until all had followed from them
 * @param cpuMillis of the service
 * @param events stored
 * @param worst events and steps that waited, at most, as seen
 */
public record Sustained(long orders, double seconds, long cpuMillis, long events, long worst) {

    private static final long MOST = 1000;

    /** A look counts what waits, which costs more the more deadlines there are. */
    private static final Duration LOOK = Duration.ofMillis(200);

    public double perSecond() {
        return orders / seconds;
    }

    public double eventsAnOrder() {
        return (double) events / orders;
    }

    public double cpuMillisAnOrder() {
        return (double) cpuMillis / orders;
    }

    /** Of orders that confirm themselves. */
    public static Sustained run(Service service, Shop shop, Duration time) throws Exception {
        Sustained all = run(service, Load.CLIENTS, 1, time, shop::place);
        if (!shop.isLastConfirmed()) {
            throw new IllegalStateException("nothing waits, but the last order is not confirmed");
        }
        return all;
    }

    /**
     * Of any orders.
     *
     * @param atOnce how many one call of {@code place} places
     */
    public static Sustained run(Service service, int clients, int atOnce, Duration time, Callable<?> place)
            throws Exception {
        Client client = service.client();
        LongAdder orders = new LongAdder();
        Watch watch = new Watch(client);
        Progress before = settled(client);
        long cpu = service.use().cpuMillis();
        long begin = System.nanoTime();
        CompletableFuture<Void> watching = CompletableFuture.runAsync(watch);
        try {
            Load.perSecond(clients, time, () -> {
                if (watch.isFull()) {
                    TimeUnit.MILLISECONDS.sleep(1);
                } else {
                    place.call();
                    orders.add(atOnce);
                }
                return null;
            });
        } finally {
            watch.going = false;
        }
        watching.get();
        Progress after = settled(client);
        double seconds = (System.nanoTime() - begin) / 1e9;
        return new Sustained(
                orders.sum(), seconds, service.use().cpuMillis() - cpu, after.head() - before.head(), watch.worst);
    }

    /** Waits until nothing waits, twice in a row, since a step may be on its way between one table and another. */
    public static Progress settled(Client client) throws IOException, InterruptedException {
        Progress progress;
        int still = 0;
        do {
            progress = client.progress();
            still = progress.backlog() == 0 ? still + 1 : 0;
            TimeUnit.MILLISECONDS.sleep(20);
        } while (still < 2);
        return progress;
    }

    private static final class Watch implements Runnable {

        private final Client client;
        private volatile boolean going = true;
        private volatile long waiting;
        private volatile long worst;

        Watch(Client client) {
            this.client = client;
        }

        boolean isFull() {
            return waiting > MOST;
        }

        @Override
        public void run() {
            try {
                while (going) {
                    waiting = client.progress().backlog();
                    worst = Math.max(worst, waiting);
                    TimeUnit.NANOSECONDS.sleep(LOOK.toNanos());
                }
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
