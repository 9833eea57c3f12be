package io.ordertrail.benchmarks.figure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The list of a shop of many years: rows of orders, copies of one real row with other values in what is filtered and
 * sorted by. There are no events behind them; a list reads nothing else.
 */
final class MillionOrders {

    private static final int ORDERS = Integer.getInteger("orders", 1_000_000);
    static final int AT_ONCE = 10_000;

    private static final String DIGITS =
            " cross join (values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) as d%1$d (n%1$d)";
    /** The 10,000 numbers {@code n} from that of the one parameter. */
    static final String NUMBERS =
            "(select cast(? + n0 + 10 * n1 + 100 * n2 + 1000 * n3 as bigint) as n from (values (0)) as one (z)"
                    + Stream.of(0, 1, 2, 3).map(DIGITS::formatted).reduce("", String::concat) + ") as numbers";

    private static final String CREATED = "timestamp with time zone '2020-01-01 00:00:00+00' + n * interval '3' minute";

    /**
     * What differs from row to row, as SQL of its number {@code n}; one in a thousand has a rare word, another for each
     * column.
     */
    private static final Map<String, String> DIFFERENT = new LinkedHashMap<>();

    static {
        DIFFERENT.put("order_id", "'order-' || n");
        DIFFERENT.put("number", "'2020-' || (1000000 + n)");
        DIFFERENT.put("number_key", "'2020-' || '00000000' || (1000000 + n)");
        DIFFERENT.put("external_ref", "'ext-x' || n");
        DIFFERENT.put("channel", "case when mod(n, 1000) = 9 then 'FAIR' else 'WEB' end");
        DIFFERENT.put("customer_id", "'c-' || mod(n * 7919, 100000)");
        DIFFERENT.put(
                "lifecycle",
                "case when mod(n, 1000) = 1 then 'PENDING' when mod(n, 20) = 2 then 'CANCELLED' else 'COMPLETED' end");
        DIFFERENT.put("hold_reason", "case when mod(n, 1000) = 3 then 'FRAUD' end");
        DIFFERENT.put("on_hold", "mod(n, 1000) = 3");
        DIFFERENT.put(
                "payment_status",
                "case when mod(n, 1000) = 4 then 'FAILED' when mod(n, 20) = 5 then 'REFUNDED' else 'PAID' end");
        DIFFERENT.put(
                "fulfilment_status",
                "case when mod(n, 1000) = 6 then 'PARTIALLY_SHIPPED' when mod(n, 20) = 2 then 'CANCELLED' else 'DELIVERED' end");
        DIFFERENT.put("return_status", "case when mod(n, 1000) = 7 then 'REQUESTED' else 'NONE' end");
        DIFFERENT.put("grand_total", "mod(n * 104729, 1000000) / 100.0");
        DIFFERENT.put("created_at", CREATED);
        DIFFERENT.put("updated_at", "timestamp with time zone '2020-01-08 00:00:00+00' + n * interval '3' minute");
    }

    /** Each word of an order, as SQL of its number; names are those of 5,000 people. */
    private static final List<String> WORDS = List.of(
            "'2020'",
            "cast(1000000 + n as varchar(20))",
            "'x' || n",
            "'ext'",
            "'c'",
            "'name' || mod(n * 31, 5000)",
            "case when mod(n, 1000) = 8 then 'strasse' else 'road' end");

    static {
        DIFFERENT.put("words", WORDS.stream().map(word -> "' ' || " + word).collect(Collectors.joining(" || ")));
    }

    /** Where the indexes of the list are made. They are made again when all is there, which is many times faster. */
    private static final Path SCRIPT = Path.of("order-query/src/main/resources/db/view/order-list.sql");

    private static final Pattern INDEX = Pattern.compile("create index (order_list\\w*) on [^;]+");

    private MillionOrders() {}

    /**
     * Fills the list of the database at {@code url}, in which there is one order at least, while no service uses it.
     */
    static void fill(String url, String user) throws SQLException, IOException {
        try (Connection database = DriverManager.getConnection(url, user, "")) {
            database.setAutoCommit(false);
            List<MatchResult> indexes =
                    INDEX.matcher(Files.readString(SCRIPT)).results().toList();
            for (MatchResult index : indexes) {
                execute(database, "drop index " + index.group(1));
            }
            database.commit();
            String columns = columns(database);
            String values = Stream.of(columns.split(", "))
                    .map(column -> DIFFERENT.getOrDefault(column, "pattern." + column))
                    .collect(Collectors.joining(", "));
            for (int from = 0; from < ORDERS; from += AT_ONCE) {
                update(
                        database,
                        "insert into order_list (" + columns + ") select " + values + " from " + NUMBERS
                                + " cross join (select * from order_list fetch first 1 row only) as pattern",
                        from);
                update(
                        database,
                        "insert into order_list_sku (sku, order_id, created_at) select 'sku-' || mod(n * 17, 20000), 'order-' || n, "
                                + CREATED + " from " + NUMBERS,
                        from);
                for (String word : WORDS) {
                    update(
                            database,
                            "insert into order_list_word (word, order_id) select " + bytes(url, word)
                                    + ", 'order-' || n from " + NUMBERS,
                            from);
                }
                database.commit();
            }
            for (MatchResult index : indexes) {
                execute(database, index.group());
                database.commit();
            }
            if (url.startsWith("jdbc:h2")) {
                execute(database, "analyze");
                database.commit();
            } else {
                // A database that has had its orders for a while has cleaned up after them, and does not begin now.
                database.setAutoCommit(true);
                execute(database, "vacuum analyze");
                execute(database, "checkpoint");
            }
        }
    }

    /** The columns of each index of {@code table}, in brackets. */
    static List<String> indexes(String table) throws IOException {
        return INDEX.matcher(Files.readString(SCRIPT))
                .results()
                .filter(index -> index.group().contains(" on " + table + " ("))
                .map(index -> index.group().substring(index.group().indexOf('(')))
                .toList();
    }

    private static String bytes(String url, String text) {
        return url.startsWith("jdbc:h2") ? "stringtoutf8(" + text + ")" : "convert_to(" + text + ", 'UTF8')";
    }

    private static String columns(Connection database) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("select * from order_list fetch first 1 row only")) {
            StringBuilder columns = new StringBuilder();
            for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                columns.append(column == 1 ? "" : ", ").append(row.getMetaData().getColumnName(column));
            }
            return columns.toString();
        }
    }

    private static void execute(Connection database, String sql) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    static void update(Connection database, String sql, int from) throws SQLException {
        try (PreparedStatement statement = database.prepareStatement(sql)) {
            statement.setInt(1, from);
            statement.executeUpdate();
        }
    }
}
