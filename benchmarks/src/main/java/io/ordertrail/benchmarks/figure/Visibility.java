package io.ordertrail.benchmarks.figure;

import io.ordertrail.benchmarks.load.Load;
import io.ordertrail.benchmarks.load.OpenLoop;
import io.ordertrail.benchmarks.load.Sustained;
import io.ordertrail.benchmarks.machine.Client;
import io.ordertrail.benchmarks.machine.Service;
import io.ordertrail.benchmarks.machine.Store;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.ConcurrentHistogram;

/**
 * R4: how long after an order is acknowledged the list shows it, while orders come at a fixed rate whatever happens.
 */
public final class Visibility {

    private static final int ORDERS_A_SECOND = 200;
    /** Every so many orders, one is looked for in the list; the looking is load too, so it must be rare. */
    private static final int SAMPLED = 20;

    private Visibility() {}

    public static void take(Store store, Bench bench) throws Exception {
        try (Service service = bench.start(store)) {
            Client client = service.client();
            Load.perSecond(bench.minute().dividedBy(2), client::place);
            Sustained.settled(client);
            // The same load once more for the just-in-time compiler: its first seconds tell of that alone.
            measure(client, bench.minute().dividedBy(2));
            String rate = " at " + ORDERS_A_SECOND + " orders a second";
            bench.report()
                    .add(
                            "R4 acknowledged to listed" + rate,
                            store,
                            measure(client, bench.minute()),
                            "p50 ≤ 3 ms, p99 ≤ 25 ms");
        }
    }

    private static ConcurrentHistogram measure(Client client, Duration time) throws Exception {
        ConcurrentHistogram micros = OpenLoop.latencies();
        OpenLoop.run(ORDERS_A_SECOND, time, OpenLoop.latencies(), n -> {
            String number = client.place();
            long acknowledged = System.nanoTime();
            if (n % SAMPLED == 0) {
                while (!client.read("/api/v1/orders?limit=1&number=" + number).contains(number)) {
                    Thread.onSpinWait();
                }
                micros.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - acknowledged));
            }
        });
        return micros;
    }
}
