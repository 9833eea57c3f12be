package io.ordertrail.benchmarks.figure;

import io.ordertrail.benchmarks.load.Sustained;
import io.ordertrail.benchmarks.machine.Service;
import io.ordertrail.benchmarks.machine.Store;
import io.ordertrail.benchmarks.machine.Use;
import io.ordertrail.benchmarks.report.Bars;
import io.ordertrail.benchmarks.report.Report;
import io.ordertrail.benchmarks.report.Samples;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/**
 * F1 and F2: what one order costs from its placing to its confirmation, under load: CPU of the service, and on
 * PostgreSQL transactions and SQL statements.
 */
final class Cost {

    /** Not of the service, and not what only marks a transaction. */
    private static final String STATEMENTS =
            "select query, calls from pg_stat_statements where query not ilike 'begin%' and query not ilike 'commit%'"
                    + " and query not ilike 'rollback%' and query not like '%pg_stat%'";

    private static final String TRANSACTIONS =
            "select xact_commit + xact_rollback from pg_stat_database where datname = current_database()";

    private final Store store;
    private final Service service;
    private final Samples cpu = new Samples();
    private final Samples transactions = new Samples();
    private final Samples statements = new Samples();
    private final Map<String, Map<String, Double>> split = new LinkedHashMap<>();

    Cost(Store store, Service service) {
        this.store = store;
        this.service = service;
    }

    /** Counts what {@code load} costs. */
    Sustained of(Callable<Sustained> load) throws Exception {
        Map<String, Long> threads = Use.cpuByWork(service.pid());
        Map<String, Long> sql = sql(store);
        long committed = committed(store);
        Sustained done = load.call();
        cpu.add(done.cpuMillisAnOrder());
        split.put("CPU in ms", anOrder(threads, Use.cpuByWork(service.pid()), done));
        if (store.isPostgreSql()) {
            transactions.add((committed(store) - committed) / (double) done.orders());
            Map<String, Double> counts = anOrder(sql, sql(store), done);
            statements.add(
                    counts.values().stream().mapToDouble(Double::doubleValue).sum());
            split.put("SQL statements", counts);
        }
        return done;
    }

    void report(Report report) throws IOException {
        report.add("F1 CPU of one order to CONFIRMED, under load", store, cpu, "ms", "≤ 12 ms");
        if (store.isPostgreSql()) {
            report.add("F2 transactions of the same", store, transactions, "", "≤ 8");
            report.add("F2 SQL statements of the same", store, statements, "", "≤ 60");
        }
        report.plot("cost", store, Bars.svg("One order to CONFIRMED, " + store, split));
    }

    private static Map<String, Double> anOrder(Map<String, Long> before, Map<String, Long> after, Sustained done) {
        Map<String, Double> cost = new TreeMap<>();
        after.forEach(
                (what, count) -> cost.put(what, (count - before.getOrDefault(what, 0L)) / (double) done.orders()));
        return cost;
    }

    private static long committed(Store store) throws SQLException {
        return store.isPostgreSql() ? store.count(TRANSACTIONS) : 0;
    }

    /** How often each kind of statement was sent. */
    private static Map<String, Long> sql(Store store) throws SQLException {
        Map<String, Long> calls = new TreeMap<>();
        if (store.isPostgreSql()) {
            try (Connection connection = DriverManager.getConnection(store.url(), store.user(), "");
                    Statement statement = connection.createStatement()) {
                statement.execute("create extension if not exists pg_stat_statements");
                try (ResultSet row = statement.executeQuery(STATEMENTS)) {
                    while (row.next()) {
                        calls.merge(kind(row.getString(1)), row.getLong(2), Long::sum);
                    }
                }
            }
        }
        return calls;
    }

    /** Its verb and the table, like {@code insert into domain_event}. */
    private static String kind(String sql) {
        String plain = sql.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
        String verb = plain.replaceAll(" .*", "");
        String table = plain.replaceFirst("^.*?\\b(?:from|into|update) (?:only )?([a-z_]+).*$", "$1");
        return table.equals(plain) ? plain.substring(0, Math.min(plain.length(), 40)) : verb + " " + table;
    }
}
