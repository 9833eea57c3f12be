package io.ordertrail.benchmarks.figure;

import io.ordertrail.benchmarks.load.Load;
import io.ordertrail.benchmarks.machine.Client;
import io.ordertrail.benchmarks.machine.Service;
import io.ordertrail.benchmarks.machine.Store;
import io.ordertrail.benchmarks.report.Plot;
import io.ordertrail.benchmarks.report.Samples;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * R5: what an order costs to be placed where many events are stored, beside a store with few. Processors are paused:
 * the events are copies of one, made by SQL, and nothing is to be shown of them.
 */
public final class StoreSize {

    private static final int FEW = 10_000;
    private static final List<Integer> SIZES = Stream.of(
                    System.getProperty("sizes", "100000,1000000").split(","))
            .map(Integer::valueOf)
            .toList();

    private static final String PAUSED = "ordertrail.processors.auto-start=false";
    private static final String COPY =
            "insert into domain_event (event_id, aggregate_id, sequence_number, aggregate_type,"
                    + " recorded_at, payload_type, payload_revision, payload, metadata)"
                    + " select 'copy-' || n, 'order-copy-' || n, 0, e.aggregate_type, e.recorded_at, e.payload_type,"
                    + " e.payload_revision, e.payload, e.metadata from " + MillionOrders.NUMBERS
                    + " cross join (select * from domain_event where sequence_number = 0 order by global_index"
                    + " fetch first 1 row only) as e";

    private StoreSize() {}

    public static void take(Store store, Bench bench) throws Exception {
        List<double[]> points = new ArrayList<>();
        points.add(new double[] {FEW, 1});
        try (Store small = store.another("few")) {
            fill(small, bench, 0, FEW);
            fill(store, bench, 0, FEW);
            int stored = FEW;
            for (int size : SIZES) {
                fill(store, bench, stored, size);
                stored = size;
                try (Service few = bench.start(small, PAUSED);
                        Service many = bench.start(store, PAUSED)) {
                    Load.perSecond(bench.warmUp(), few.client()::place);
                    Load.perSecond(bench.warmUp(), many.client()::place);
                    Samples ratio = bench.compare(() -> alone(few.client(), bench), () -> alone(many.client(), bench));
                    String figure = "R5 time to place an order, " + size + " events stored ÷ " + FEW;
                    bench.report().add(figure, store, ratio, "", "≤ 1.15");
                    points.add(new double[] {size, ratio.median()});
                }
            }
        }
        Plot plot = new Plot("Time to place an order", "events stored", "÷ that with " + FEW, false);
        plot.line(store.durability(), points);
        bench.report().plot("store-size", store, plot.svg());
    }

    /** Orders a second of one client: few divided by many is the ratio of their times. */
    private static double alone(Client client, Bench bench) throws Exception {
        return Load.perSecond(1, bench.round(), client::place);
    }

    private static void fill(Store store, Bench bench, int from, int to) throws Exception {
        bench.start(store, PAUSED).close();
        try (Connection database = DriverManager.getConnection(store.url(), store.user(), "")) {
            database.setAutoCommit(false);
            for (int n = from; n < to; n += MillionOrders.AT_ONCE) {
                MillionOrders.update(database, COPY, n);
                database.commit();
            }
        }
    }
}
