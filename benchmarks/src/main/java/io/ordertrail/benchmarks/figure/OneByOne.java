package io.ordertrail.benchmarks.figure;

import io.ordertrail.benchmarks.load.Shop;
import io.ordertrail.benchmarks.load.Sustained;
import io.ordertrail.benchmarks.machine.Client;
import io.ordertrail.benchmarks.machine.Service;
import io.ordertrail.benchmarks.machine.Store;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** One order after the other on an idle service: how long each takes until it is confirmed, and what CPU. */
public final class OneByOne {

    private static final int ORDERS_A_ROUND = 50;
    private static final long PAUSE_MILLIS = 20;

    private OneByOne() {}

    public static void take(Store store, Bench bench) throws Exception {
        try (Service service = bench.start(store)) {
            Client client = service.client();
            Shop shop = Shop.open(client);
            Sustained.run(service, shop, bench.warmUp());
            int confirmed = version(client, shop);
            orders(client, shop, confirmed, ORDERS_A_ROUND);
            long cpu = service.use().cpuMillis();
            int orders = bench.rounds() * ORDERS_A_ROUND;
            Histogram micros = orders(client, shop, confirmed, orders);
            bench.report().add("placed to CONFIRMED, idle service", store, micros, "p50 ≤ 30 ms, p99 ≤ 100 ms");
            bench.report()
                    .add(
                            "F1 CPU of one order to CONFIRMED, one after another",
                            store,
                            (service.use().cpuMillis() - cpu) / (double) orders,
                            "ms",
                            "≤ 12 ms");
        }
    }

    /** The version at which an order is confirmed, the same for all of them. */
    private static int version(Client client, Shop shop) throws Exception {
        String order = shop.place();
        Sustained.settled(client);
        String read = client.read("/api/v1/orders/" + order);
        int at = read.indexOf("\"version\":") + "\"version\":".length();
        return Integer.parseInt(read.substring(at).replaceFirst("(?s)[^0-9].*", ""));
    }

    private static Histogram orders(Client client, Shop shop, int confirmed, int orders) throws Exception {
        Histogram micros = new Histogram(TimeUnit.MINUTES.toMicros(1), 3);
        for (int n = 0; n < orders; n++) {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            long begin = System.nanoTime();
            String order = shop.place();
            // The service answers when the version is there, so nothing is asked again and again.
            String read = client.read(order, confirmed);
            micros.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - begin));
            if (!Shop.isConfirmed(read)) {
                throw new IllegalStateException("not confirmed at version " + confirmed + ": " + read);
            }
        }
        return micros;
    }
}
