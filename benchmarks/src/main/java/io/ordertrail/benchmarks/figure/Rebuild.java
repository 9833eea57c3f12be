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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
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

    /** The tables of the list, and the key of each. */
    private static final Map<String, String> KEYS = Map.of(
            "order_list", "order_id",
            "order_list_sku", "sku, order_id",
            "order_list_word", "word, order_id",
            "order_list_metadata", "order_id, name");

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
        long begin = System.nanoTime();
        do {
            OpenLoop.run(rate, bench.minute().dividedBy(10), beside, n -> client.place());
        } while (!isDone(client, path));
        double seconds = (System.nanoTime() - begin) / 1e9;
        String of = " of placing at %,.0f orders a second".formatted(rate);
        bench.report().add("R2 latency" + of + ", no rebuild", store, alone, "–");
        bench.report().add("R2 latency" + of + ", during one of %.0f s".formatted(seconds), store, beside, "–");
        double ratio = (double) beside.getValueAtPercentile(99) / alone.getValueAtPercentile(99);
        bench.report().add("R2 p99" + of + " during a rebuild ÷ without", store, ratio, "", "–");
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
        while (!isDone(client, rebuild)) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static boolean isDone(Client client, String rebuild) throws IOException, InterruptedException {
        return Client.text("status", client.read(rebuild)).equals("DONE");
    }

    private static double byHand(Store store) throws IOException, SQLException {
        try (Connection database = DriverManager.getConnection(store.url(), store.user(), "");
                Statement statement = database.createStatement()) {
            database.setAutoCommit(false);
            Map<String, Map<String, List<Object[]>>> rows = new LinkedHashMap<>();
            for (Map.Entry<String, String> table : KEYS.entrySet()) {
                create(statement, table.getKey(), table.getValue(), live(database));
                rows.put(table.getKey(), rows(database, table.getKey() + live(database)));
            }
            database.commit();
            long begin = System.nanoTime();
            long last = -1;
            for (Set<String> page = new HashSet<>(); (last = page(database, last, page)) >= 0; page.clear()) {
                for (Map.Entry<String, Map<String, List<Object[]>>> table : rows.entrySet()) {
                    upsert(database, table.getKey(), table.getValue(), page);
                }
                database.commit();
            }
            return (System.nanoTime() - begin) / 1e9;
        }
    }

    /** An empty table {@code plain_…} with the columns, the key and the indexes of {@code table}. */
    private static void create(Statement statement, String table, String key, String live)
            throws IOException, SQLException {
        statement.execute("drop table if exists plain_" + table);
        statement.execute("create table plain_" + table + " as select * from " + table + live + " where 1 = 0");
        for (String column : key.split(", ")) {
            statement.execute("alter table plain_" + table + " alter column " + column + " set not null");
        }
        statement.execute("alter table plain_" + table + " add primary key (" + key + ")");
        for (String columns : MillionOrders.indexes(table)) {
            statement.execute("create index on_" + table + columns.replaceAll("\\W+", "_") + " on plain_" + table + " "
                    + columns);
        }
    }

    /** What follows the names of the tables that are read. */
    private static String live(Connection database) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("select generation from view_generation"
                        + " where projection = 'order-list' and state = 'LIVE'")) {
            row.next();
            return row.getInt(1) == 1 ? "" : "_g" + row.getInt(1);
        }
    }

    /** By order. */
    private static Map<String, List<Object[]>> rows(Connection database, String table) throws SQLException {
        Map<String, List<Object[]>> rows = new HashMap<>();
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("select * from " + table)) {
            ResultSetMetaData columns = row.getMetaData();
            while (row.next()) {
                Object[] values = new Object[columns.getColumnCount()];
                for (int n = 0; n < values.length; n++) {
                    values[n] = row.getObject(n + 1);
                }
                rows.computeIfAbsent(row.getString("order_id"), order -> new ArrayList<>())
                        .add(values);
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

    private static void upsert(Connection database, String table, Map<String, List<Object[]>> rows, Set<String> orders)
            throws SQLException {
        List<Object[]> changed = orders.stream()
                .flatMap(order -> rows.getOrDefault(order, List.of()).stream())
                .toList();
        if (changed.isEmpty()) {
            return;
        }
        String marks = "?" + ", ?".repeat(changed.get(0).length - 1);
        try (PreparedStatement delete =
                        database.prepareStatement("delete from plain_" + table + " where order_id = ?");
                PreparedStatement insert =
                        database.prepareStatement("insert into plain_" + table + " values (" + marks + ")")) {
            for (String order : orders) {
                if (rows.containsKey(order)) {
                    delete.setString(1, order);
                    delete.addBatch();
                }
            }
            for (Object[] values : changed) {
                for (int n = 0; n < values.length; n++) {
                    insert.setObject(n + 1, values[n]);
                }
                insert.addBatch();
            }
            delete.executeBatch();
            insert.executeBatch();
        }
    }
}
