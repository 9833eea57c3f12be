package io.ordertrail.benchmarks.figure;

import io.ordertrail.benchmarks.load.Load;
import io.ordertrail.benchmarks.load.OpenLoop;
import io.ordertrail.benchmarks.load.Shop;
import io.ordertrail.benchmarks.load.Sustained;
import io.ordertrail.benchmarks.machine.Client;
import io.ordertrail.benchmarks.machine.Service;
import io.ordertrail.benchmarks.machine.Store;
import io.ordertrail.benchmarks.report.Samples;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.ConcurrentHistogram;

/**
 * R2: the order list filled again from all events, beside a program that reads the same events page by page and writes
 * the same rows in batches, without a thought about what they say.
 */
public final class Rebuild {

    private static final long EVENTS = Long.getLong("rebuild", 200_000);
    private static final Duration LOAD = Duration.ofSeconds(20);
    private static final int PAGE = 1000;
    private static final String REBUILDS = "/api/v1/admin/projections/order-list/rebuilds";

    private Rebuild() {}

    public static void take(Store store, Bench bench) throws Exception {
        long events;
        Samples ours = new Samples();
        try (Service service = bench.start(store)) {
            Shop shop = Shop.open(service.client());
            while (Sustained.settled(service.client()).head() < EVENTS) {
                Sustained.run(service, shop, LOAD);
            }
            events = Sustained.settled(service.client()).head();
            for (int n = 0; n < bench.rounds(); n++) {
                ours.add(events / rebuild(service.client()));
            }
            meanwhile(store, bench, service.client());
        }
        Samples ratio = new Samples();
        for (int n = 0; n < bench.rounds(); n++) {
            ratio.add(ours.median(), events / byHand(store));
        }
        String what = "R2 order list rebuilt, %,d events, a second ÷ paged select and batched upsert".formatted(events);
        bench.report().add(what, store, ratio, "", "≥ 0.60");
    }

    /** How long orders at half the peak rate wait for their answer while a view is rebuilt, and while none is. */
    private static void meanwhile(Store store, Bench bench, Client client) throws Exception {
        double rate = Load.perSecond(bench.minute().dividedBy(4), client::place) / 2;
        Sustained.settled(client);
        ConcurrentHistogram alone = OpenLoop.latencies();
        OpenLoop.run(rate, bench.minute().dividedBy(3), alone, n -> client.place());
        Sustained.settled(client);
        ConcurrentHistogram beside = OpenLoop.latencies();
        String path = begin(client);
        OpenLoop.run(rate, bench.minute().dividedBy(3), beside, n -> client.place());
        String status = Client.text("status", client.read(path));
        String of = " of placing at %,.0f orders a second".formatted(rate);
        bench.report().add("R2 latency" + of + ", no rebuild", store, alone, "–");
        bench.report().add("R2 latency" + of + ", during one (then " + status + ")", store, beside, "–");
        double ratio = (double) beside.getValueAtPercentile(99) / alone.getValueAtPercentile(99);
        bench.report().add("R2 p99" + of + " during a rebuild ÷ without", store, ratio, "", "–");
        end(client, path);
    }

    /** Seconds. */
    private static double rebuild(Client client) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        end(client, begin(client));
        return (System.nanoTime() - begin) / 1e9;
    }

    private static String begin(Client client) throws IOException, InterruptedException {
        return REBUILDS + "/" + Client.text("id", client.post(REBUILDS, ""));
    }

    private static void end(Client client, String rebuild) throws IOException, InterruptedException {
        while (!Client.text("status", client.read(rebuild)).equals("DONE")) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static double byHand(Store store) throws IOException, SQLException {
        try (Connection database = DriverManager.getConnection(store.url(), store.user(), "");
                Statement statement = database.createStatement()) {
            database.setAutoCommit(false);
            statement.execute("drop table if exists plain_list");
            statement.execute("create table plain_list as select * from " + live(database) + " where 1 = 0");
            statement.execute("alter table plain_list alter column order_id set not null");
            statement.execute("alter table plain_list add primary key (order_id)");
            for (String columns : MillionOrders.indexes("order_list")) {
                statement.execute(
                        "create index on_list_" + columns.replaceAll("\\W+", "_") + " on plain_list " + columns);
            }
            database.commit();
            Map<String, Object[]> rows = rows(database);
            long begin = System.nanoTime();
            long last = -1;
            for (Set<String> page = new HashSet<>(); (last = page(database, last, page)) >= 0; page.clear()) {
                upsert(database, rows, page);
                database.commit();
            }
            return (System.nanoTime() - begin) / 1e9;
        }
    }

    private static String live(Connection database) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("select generation from view_generation"
                        + " where projection = 'order-list' and state = 'LIVE'")) {
            row.next();
            return row.getInt(1) == 1 ? "order_list" : "order_list_g" + row.getInt(1);
        }
    }

    private static Map<String, Object[]> rows(Connection database) throws SQLException {
        Map<String, Object[]> rows = new HashMap<>();
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("select * from " + live(database))) {
            ResultSetMetaData columns = row.getMetaData();
            while (row.next()) {
                Object[] values = new Object[columns.getColumnCount()];
                for (int n = 0; n < values.length; n++) {
                    values[n] = row.getObject(n + 1);
                }
                rows.put(row.getString("order_id"), values);
            }
        }
        return rows;
    }

    /** Adds the aggregates of the next events to {@code page}; the last of these events, or -1. */
    private static long page(Connection database, long after, Set<String> page) throws SQLException {
        long last = -1;
        try (PreparedStatement select = database.prepareStatement(
                "select global_index, aggregate_id, payload, metadata from domain_event where global_index > ?"
                        + " order by global_index fetch first " + PAGE + " rows only")) {
            select.setLong(1, after);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    last = row.getLong(1);
                    page.add(row.getString(2));
                }
            }
        }
        return last;
    }

    private static void upsert(Connection database, Map<String, Object[]> rows, Set<String> page) throws SQLException {
        try (PreparedStatement delete = database.prepareStatement("delete from plain_list where order_id = ?")) {
            PreparedStatement insert = null;
            for (String id : page) {
                Object[] values = rows.get(id);
                if (values == null) {
                    continue;
                }
                if (insert == null) {
                    insert = database.prepareStatement(
                            "insert into plain_list values (?" + ", ?".repeat(values.length - 1) + ")");
                }
                delete.setString(1, id);
                delete.addBatch();
                for (int n = 0; n < values.length; n++) {
                    insert.setObject(n + 1, values[n]);
                }
                insert.addBatch();
            }
            if (insert != null) {
                delete.executeBatch();
                insert.executeBatch();
                insert.close();
            }
        }
    }
}
