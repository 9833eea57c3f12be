package io.ordertrail.benchmarks.figure;

import io.ordertrail.benchmarks.load.Load;
import io.ordertrail.benchmarks.load.Sustained;
import io.ordertrail.benchmarks.machine.Client;
import io.ordertrail.benchmarks.machine.PlainJdbc;
import io.ordertrail.benchmarks.machine.Service;
import io.ordertrail.benchmarks.machine.Store;
import io.ordertrail.benchmarks.report.Samples;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Orders placed over HTTP, beside the same rows by plain JDBC, one transaction an order: R1a, R1b, and in batches. */
public final class Placing {

    private static final int LINES = 100;
    private static final int BATCHES = 4;
    private static final String OF = " of " + LINES + " orders by " + BATCHES + " clients";

    private Placing() {}

    public static void take(Store store, Bench bench) throws Exception {
        try (PlainJdbc plain = PlainJdbc.beside(store);
                Service service = bench.start(store, "ordertrail.processors.auto-start=false")) {
            Client client = service.client();
            compare("R1a orders placed, processors paused", store, bench.warmUp(), bench, plain, "≥ 0.6", time -> {
                return Load.perSecond(time, client::place);
            });
            compare("batches" + OF + ", processors paused", store, bench.minute(), bench, plain, "≥ 1.2", time -> {
                return LINES * Load.perSecond(BATCHES, time, () -> send(client));
            });
        }
        // The events of the first part would be a backlog of the second.
        try (Store another = store.another("on");
                PlainJdbc plain = PlainJdbc.beside(another);
                Service service = bench.start(another)) {
            Client client = service.client();
            compare(
                    "R1b orders placed, everything on, sustained",
                    another,
                    bench.warmUp(),
                    bench,
                    plain,
                    "≥ 0.4",
                    time -> {
                        return Sustained.run(service, Load.CLIENTS, 1, time, client::place)
                                .perSecond();
                    });
            compare(
                    "batches" + OF + ", everything on, sustained",
                    another,
                    bench.minute(),
                    bench,
                    plain,
                    "≥ 1.2",
                    time -> {
                        return Sustained.run(service, BATCHES, LINES, time, () -> send(client))
                                .perSecond();
                    });
        }
    }

    /** Orders a second, in about this time. */
    private interface Rate {
        double in(Duration time) throws Exception;
    }

    private static void compare(
            String figure, Store store, Duration warmUp, Bench bench, PlainJdbc plain, String aim, Rate ours)
            throws Exception {
        ours.in(warmUp);
        Load.perSecond(bench.round(), plain::insert);
        Samples samples = bench.compare(() -> ours.in(bench.round()), () -> bench.perSecond(plain::insert));
        bench.report().add(figure + " ÷ plain JDBC", store, samples, "", aim);
    }

    private static String send(Client client) throws Exception {
        String answer = client.batch(Stream.generate(Placing::line).limit(LINES).collect(Collectors.joining("\n")));
        if (answer.split("\"status\":201,", -1).length - 1 != LINES) {
            throw new IllegalStateException("not all orders of a batch were placed: " + answer);
        }
        return answer;
    }

    private static String line() {
        return "{\"idempotencyKey\":\"" + UUID.randomUUID() + "\"," + Client.ORDER.substring(1);
    }
}
