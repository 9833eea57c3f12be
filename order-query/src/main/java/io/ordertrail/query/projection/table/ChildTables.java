package io.ordertrail.query.projection.table;

import io.ordertrail.query.projection.generation.TableNames;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** All child tables of a {@link StateTable}; there may be none. */
final class ChildTables<R> {

    private static final int READ_AT_ONCE = 500;

    private final JdbcTemplate jdbc;
    private final Function<R, String> key;
    private final List<ChildTable<R, ?>> all;

    ChildTables(JdbcTemplate jdbc, Function<R, String> key, List<ChildTable<R, ?>> all) {
        this.jdbc = jdbc;
        this.key = key;
        this.all = List.copyOf(all);
    }

    Stream<String> names() {
        return all.stream().map(ChildTable::table);
    }

    void insert(TableNames now, List<R> rows) {
        all.forEach(child -> child.insert(jdbc, now, byKey(rows)));
    }

    void update(TableNames now, List<R> rows) {
        all.forEach(child -> child.update(jdbc, now, byKey(rows)));
    }

    void erase(TableNames now, List<R> rows) {
        all.forEach(child -> child.erase(jdbc, now, byKey(rows).keySet()));
    }

    void remove(TableNames now, String rowKey) {
        all.forEach(child -> child.remove(jdbc, now, rowKey));
    }

    /** Binds what is to stand in each for {@code row}, which was never read. */
    void bind(ParameterBinder bound, R row) throws SQLException {
        for (ChildTable<R, ?> child : all) {
            bound.text(child.written(key.apply(row), row));
        }
    }

    /**
     * Passes on each row of {@code columns}, whose first is the key, with what stands in each child table behind it.
     */
    void forEachRow(TableNames now, Columns<R> columns, Consumer<RowValues> rows) {
        List<RowValues> some = new ArrayList<>();
        columns.forEachRow(jdbc, now, row -> {
            some.add(row);
            if (some.size() == READ_AT_ONCE) {
                addChildren(now, some);
                some.forEach(rows);
                some.clear();
            }
        });
        addChildren(now, some);
        some.forEach(rows);
    }

    /** Passes on each row of each. */
    void scan(TableNames now, Consumer<RowValues> rows) {
        all.forEach(child -> child.forEachRow(jdbc, now, rows));
    }

    /** The rows of {@code keys}, by key, in the same form. */
    Map<String, RowValues> rows(TableNames now, Columns<R> columns, Collection<String> keys) {
        List<RowValues> rows = jdbc.query(columns.anyOf(now, keys), (row, n) -> RowValues.read(row));
        addChildren(now, rows);
        return rows.stream().collect(Collectors.toMap(ChildTables::key, Function.identity()));
    }

    private void addChildren(TableNames now, List<RowValues> rows) {
        List<String> keys = rows.stream().map(ChildTables::key).toList();
        for (ChildTable<R, ?> child : all) {
            Function<String, String> found = child.read(jdbc, now, keys);
            rows.forEach(row -> row.text(found.apply(key(row))));
        }
    }

    /** Passes on, in words, each key in a child table that no row of {@code parent} has. */
    void forEachStray(TableNames now, String parent, String parentKey, Consumer<String> strays) {
        for (ChildTable<R, ?> child : all) {
            child.strays(jdbc, now, parent, parentKey)
                    .forEach(stray ->
                            strays.accept(stray + " has a row in " + child.table() + " but none in " + parent));
        }
    }

    private static String key(RowValues row) {
        return String.valueOf(row.at(0));
    }

    private Map<String, R> byKey(List<R> rows) {
        Map<String, R> byKey = new LinkedHashMap<>();
        rows.forEach(row -> byKey.put(key.apply(row), row));
        return byKey;
    }
}
