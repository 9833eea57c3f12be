package io.ordertrail.benchmarks.figure;

import io.ordertrail.benchmarks.load.Load;
import io.ordertrail.benchmarks.load.Sustained;
import io.ordertrail.benchmarks.machine.Client;
import io.ordertrail.benchmarks.machine.PlainJdbc;
import io.ordertrail.benchmarks.machine.Service;
import io.ordertrail.benchmarks.machine.Store;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Orders placed over HTTP, beside the same rows by plain JDBC, one transaction an order: R1a, R1b, and in batches. */
public final class Placing {

    private static final int LINES = 100;
    private static final int BATCHES = 4;

    private Placing() {}

    public static void take(Store store, Bench bench) throws Exception {
        try (PlainJdbc plain = PlainJdbc.beside(store)) {
            Load.perSecond(bench.round(), plain::insert);
            try (Service service = bench.start(store, "ordertrail.processors.auto-start=false")) {
                one("R1a orders placed, processors paused ÷ plain JDBC", store, bench, service, plain, "≥ 0.6");
            }
            // The events of the first part are no backlog of the second.
            try (Service service = bench.start(store)) {
                Sustained.settled(service.client());
                one("R1b orders placed, everything on ÷ plain JDBC", store, bench, service, plain, "≥ 0.4");
                bench.report()
                        .note("backlog after the last round: "
                                + service.client().progress());
                Sustained.settled(service.client());
                batches(store, bench, service, plain);
            }
        }
    }

    private static void one(String figure, Store store, Bench bench, Service service, PlainJdbc plain, String aim)
            throws Exception {
        Client client = service.client();
        Load.perSecond(bench.warmUp(), client::place);
        bench.report()
                .add(
                        figure,
                        store,
                        bench.compare(() -> bench.perSecond(client::place), () -> bench.perSecond(plain::insert)),
                        "",
                        aim);
    }

    private static void batches(Store store, Bench bench, Service service, PlainJdbc plain) throws Exception {
        Bench.Half ours = () -> LINES * Load.perSecond(BATCHES, bench.round(), () -> send(service.client()));
        Load.perSecond(BATCHES, bench.warmUp(), () -> send(service.client()));
        bench.report()
                .add(
                        "orders in batches of " + LINES + " by " + BATCHES + " clients ÷ plain JDBC, an order each",
                        store,
                        bench.compare(ours, () -> bench.perSecond(plain::insert)),
                        "",
                        "≥ 1.2");
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
