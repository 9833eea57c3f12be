package io.ordertrail.benchmarks.figure;

import io.ordertrail.benchmarks.load.OpenLoop;
import io.ordertrail.benchmarks.machine.Client;
import io.ordertrail.benchmarks.machine.Service;
import io.ordertrail.benchmarks.machine.Store;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * What a page of a list of a million orders takes, over HTTP, of each filter in each order; and what searches do to
 * those who place orders.
 */
public final class Lists {

    private static final int SAMPLES = 40;
    private static final int SEARCHERS = 24;
    private static final int ORDERS_A_SECOND = 10;

    /** Each {@code %d} is another number each time, so that no page is asked for twice. */
    private static final List<String> FILTERS = List.of(
            "limit=50",
            "status=COMPLETED",
            "status=PENDING",
            "paymentStatus=PAID",
            "paymentStatus=FAILED",
            "fulfilmentStatus=DELIVERED",
            "fulfilmentStatus=PARTIALLY_SHIPPED",
            "hold=true",
            "sku=sku-%d",
            "customerId=c-%d",
            "number=2020-100%d",
            "createdFrom=2022-03-01T00:00:00Z&createdTo=2022-03-02T00:00:00Z",
            "totalMin=9000&totalMax=9010",
            "status=COMPLETED&paymentStatus=REFUNDED",
            "status=PENDING&paymentStatus=PAID&createdFrom=2022-01-01T00:00:00Z",
            "customerId=c-%d&status=COMPLETED",
            "q=nothing-%d",
            "q=ext-x%d",
            "q=STRASSE",
            "q=name%d",
            "q=name%d&status=COMPLETED",
            "q=2020",
            "q=road");

    private static final List<String> SORTS = List.of(
            "-createdAt", "createdAt", "-updatedAt", "updatedAt", "-number", "number", "-grandTotal", "grandTotal");

    private Lists() {}

    /** Prints tables of their own. */
    public static void take(Store store, Bench bench) throws Exception {
        bench.start(store).close();
        long begin = System.nanoTime();
        MillionOrders.fill(store.url(), store.user());
        System.out.printf("filled in %d s%n", TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin));
        try (Service service = bench.start(store)) {
            for (String filter : FILTERS) {
                pages(service.client(), filter, 3);
            }
            System.out.println(
                    "| " + store.durability() + ": filter | p50 ms | p99 ms | longest ms | its order | rows |");
            System.out.println("|---|---|---|---|---|---|");
            for (String filter : FILTERS) {
                System.out.println(pages(service.client(), filter, SAMPLES));
            }
            searching(service.client(), store.durability());
        }
    }

    /** Of all orders together, and which of them has the page that took longest. */
    private static String pages(Client client, String filter, int samples) throws Exception {
        Histogram all = new Histogram(TimeUnit.MINUTES.toMicros(1), 3);
        String slowest = "";
        long most = -1;
        long rows = 0;
        for (String sort : SORTS) {
            Histogram micros = new Histogram(TimeUnit.MINUTES.toMicros(1), 3);
            for (int n = 0; n < samples; n++) {
                long begin = System.nanoTime();
                String page = client.read(
                        "/api/v1/orders?" + filter.replace("%d", Integer.toString(n * 97 + 11)) + "&sort=" + sort);
                micros.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - begin));
                rows = page.split("\"customerId\"", -1).length - 1L;
            }
            if (micros.getMaxValue() > most) {
                most = micros.getMaxValue();
                slowest = sort;
            }
            all.add(micros);
        }
        return String.format(
                Locale.ROOT,
                "| `%s` | %.1f | %.1f | %.1f | `%s` | %d |",
                filter,
                all.getValueAtPercentile(50) / 1000.0,
                all.getValueAtPercentile(99) / 1000.0,
                most / 1000.0,
                slowest,
                rows);
    }

    private static void searching(Client client, String store) throws Exception {
        Duration time = Duration.ofSeconds(20);
        placing(client, time);
        Histogram quiet = placing(client, time);
        Map<Integer, Long> answers = new ConcurrentSkipListMap<>();
        AtomicBoolean going = new AtomicBoolean(true);
        ExecutorService searchers = Executors.newFixedThreadPool(SEARCHERS);
        List<Future<?>> all = new ArrayList<>();
        for (int searcher = 0; searcher < SEARCHERS; searcher++) {
            int first = searcher;
            all.add(searchers.submit(() -> {
                for (int n = first; going.get(); n += SEARCHERS) {
                    String filter = FILTERS.get(n % FILTERS.size()).replace("%d", Integer.toString(n));
                    answers.merge(
                            client.status("/api/v1/orders?" + filter + "&sort=" + SORTS.get(n % SORTS.size())),
                            1L,
                            Long::sum);
                }
                return null;
            }));
        }
        Histogram busy = placing(client, time);
        going.set(false);
        searchers.shutdown();
        for (Future<?> each : all) {
            each.get();
        }
        System.out.printf(
                Locale.ROOT,
                "%s: placing p99 %.1f ms alone, %.1f ms with %d searches at once (%.1f times); answers to the searches %s%n",
                store,
                quiet.getValueAtPercentile(99) / 1000.0,
                busy.getValueAtPercentile(99) / 1000.0,
                SEARCHERS,
                (double) busy.getValueAtPercentile(99) / quiet.getValueAtPercentile(99),
                answers);
    }

    private static ConcurrentHistogram placing(Client client, Duration time) throws Exception {
        ConcurrentHistogram micros = OpenLoop.latencies();
        OpenLoop.run(ORDERS_A_SECOND, time, micros, n -> client.place());
        return micros;
    }
}
