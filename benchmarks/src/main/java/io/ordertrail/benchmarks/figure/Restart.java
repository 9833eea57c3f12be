package io.ordertrail.benchmarks.figure;

import io.ordertrail.benchmarks.load.Load;
import io.ordertrail.benchmarks.load.Shop;
import io.ordertrail.benchmarks.load.Sustained;
import io.ordertrail.benchmarks.machine.Service;
import io.ordertrail.benchmarks.machine.Store;
import io.ordertrail.benchmarks.report.Samples;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * R7 and R8: how long a start takes until an order is answered and nothing waits any more, where many orders are open
 * and where none is, and after a kill under load and after a stop.
 */
public final class Restart {

    private static final int OPEN = 100_000;
    private static final Duration LOAD = Duration.ofSeconds(10);

    /** An open order is idle: it is a deadline, as a row of the steps and one of the scheduler. */
    private static final String STEPS =
            "insert into process_step (step, version, subject, process, answer, queued, due_at,"
                    + " command, revision, payload, metadata, failures, stuck, created_at)"
                    + " select 'copy-' || n || s.step, s.version, 'order-copy-' || n, s.process, s.answer, s.queued,"
                    + " s.due_at + interval '7' day, s.command, s.revision, s.payload, s.metadata, s.failures, s.stuck,"
                    + " s.created_at from " + MillionOrders.NUMBERS
                    + " cross join (select * from process_step where not stuck and not queued fetch first 1 row only) as s";

    private static final String TASKS = "insert into scheduled_tasks (task_name, task_instance, task_data,"
            + " execution_time, picked, consecutive_failures, version)"
            + " select t.task_name, 'order-copy-' || n, t.task_data, t.execution_time + interval '7' day, false, 0, 1"
            + " from " + MillionOrders.NUMBERS + " cross join (select * from scheduled_tasks where task_instance ="
            + " (select subject from process_step where not stuck and not queued fetch first 1 row only)"
            + " fetch first 1 row only) as t";

    private Restart() {}

    public static void take(Store store, Bench bench) throws Exception {
        try (Store many = store.another("open")) {
            bench.start(store).close();
            bench.start(many).close();
            open(many);
            Samples ratio = bench.compare(() -> seconds(many, bench), () -> seconds(store, bench));
            String what = "R7 start until nothing waits, " + OPEN + " open orders ÷ none";
            bench.report().add(what, store, ratio, "", "≤ 1.1");
            double few = heap(store, bench);
            double bytes = (heap(many, bench) - few) / OPEN;
            bench.report().add("R7 heap of one open order", store, bytes, "B", "≤ 50 B");
        }
        Samples ratio = bench.compare(
                () -> {
                    load(store, bench, true);
                    return seconds(store, bench);
                },
                () -> {
                    load(store, bench, false);
                    return seconds(store, bench);
                });
        bench.report()
                .add("R8 start until nothing waits, after a kill under load ÷ after a stop", store, ratio, "", "≤ 1.2");
    }

    private static double seconds(Store store, Bench bench) throws Exception {
        long begin = System.nanoTime();
        try (Service service = bench.start(store)) {
            Sustained.settled(service.client());
            return (System.nanoTime() - begin) / 1e9;
        }
    }

    private static void open(Store store) throws SQLException {
        try (Connection database = DriverManager.getConnection(store.url(), store.user(), "")) {
            database.setAutoCommit(false);
            for (int n = 0; n < OPEN; n += MillionOrders.AT_ONCE) {
                MillionOrders.update(database, STEPS, n);
                MillionOrders.update(database, TASKS, n);
                database.commit();
            }
        }
    }

    /** Bytes that are live, of a service at rest. */
    private static double heap(Store store, Bench bench) throws Exception {
        try (Service service = bench.start(store)) {
            Sustained.settled(service.client());
            return service.liveHeapBytes();
        }
    }

    private static void load(Store store, Bench bench, boolean killed) throws Exception {
        try (Service service = bench.start(store)) {
            Shop shop = Shop.open(service.client());
            CompletableFuture<Void> load = CompletableFuture.runAsync(() -> place(shop));
            if (killed) {
                CompletableFuture.delayedExecutor(LOAD.toMillis() * 8 / 10, TimeUnit.MILLISECONDS)
                        .execute(service::kill);
            }
            try {
                load.join();
            } catch (CompletionException e) {
                if (!killed) {
                    throw e;
                }
            }
            if (!killed) {
                // A stop leaves what waits to the next start; only what a kill leaves is to be compared with none.
                Sustained.settled(service.client());
            }
        }
    }

    private static void place(Shop shop) {
        try {
            Load.perSecond(LOAD, shop::place);
        } catch (Exception e) {
            // Of a service that is killed; another one's end is looked at by the caller.
            throw new CompletionException(new IOException("the load ended", e));
        }
    }
}
