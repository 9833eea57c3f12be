package io.ordertrail.query.projection.table;

import io.ordertrail.api.personal.Erased;
import io.ordertrail.query.projection.generation.TableNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A further table with rows that belong to a row of a {@link StateTable}: they are written with it and removed with it.
 *
 * @param <R> the row that they belong to
 * @param <C> one of them
 */
public final class ChildTable<R, C> {

    private final Columns<Owned<C>> columns;
    private final String keyColumn;
    private final Function<R, List<C>> children;
    private final boolean replaced;
    private final List<String> personal;

    private ChildTable(
            String table,
            String keyColumn,
            List<Column<C>> columns,
            Function<R, List<C>> children,
            boolean replaced,
            List<String> personal) {
        this.personal = personal;
        this.keyColumn = keyColumn;
        this.children = children;
        this.replaced = replaced;
        List<Column<Owned<C>>> all = new ArrayList<>();
        all.add(Column.text(keyColumn, Owned::key));
        columns.forEach(column -> all.add(
                new Column<>(column.name(), (bound, owned) -> column.binder().bind(bound, owned.child()))));
        this.columns = new Columns<>(table, all);
    }

    private record Owned<C>(String key, C child) {}

    /**
     * Rows that are written all at once.
     *
     * @param keyColumn holds the key of the row that they belong to
     * @param columns all others
     * @param children those of a row; none if they have not changed since it was read
     */
    public static <R, C> ChildTable<R, C> replaced(
            String table, String keyColumn, List<Column<C>> columns, Function<R, List<C>> children) {
        return new ChildTable<>(table, keyColumn, columns, children, true, List.of());
    }

    /**
     * Rows that are written once.
     *
     * @param keyColumn holds the key of the row that they belong to
     * @param columns all others
     * @param children those that a row got since it was read
     * @param personal names of the columns whose texts are erased with the row
     */
    public static <R, C> ChildTable<R, C> appended(
            String table,
            String keyColumn,
            List<Column<C>> columns,
            Function<R, List<C>> children,
            String... personal) {
        return new ChildTable<>(table, keyColumn, columns, children, false, List.of(personal));
    }

    String table() {
        return columns.table();
    }

    void insert(JdbcTemplate jdbc, TableNames now, Map<String, R> rows) {
        List<Owned<C>> owned = rows.entrySet().stream()
                .flatMap(row -> owned(row.getKey(), row.getValue()))
                .toList();
        if (!owned.isEmpty()) {
            columns.insert(jdbc, now, owned);
        }
    }

    void update(JdbcTemplate jdbc, TableNames now, Map<String, R> rows) {
        if (replaced) {
            List<String> changed = rows.entrySet().stream()
                    .filter(row -> !children.apply(row.getValue()).isEmpty())
                    .map(Map.Entry::getKey)
                    .toList();
            if (!changed.isEmpty()) {
                jdbc.update(ParameterBinder.anyOf(
                        now.in("delete from " + table() + " where " + keyColumn + " = any(?)"), changed));
            }
        }
        insert(jdbc, now, rows);
    }

    void erase(JdbcTemplate jdbc, TableNames now, Collection<String> keys) {
        if (!keys.isEmpty()) {
            personal.forEach(column -> jdbc.update(ParameterBinder.anyOf(
                    now.in("update %1$s set %2$s = '%3$s' where %2$s is not null and %4$s = any(?)"
                            .formatted(table(), column, Erased.TEXT, keyColumn)),
                    keys)));
        }
    }

    void remove(JdbcTemplate jdbc, TableNames now, String key) {
        jdbc.update(now.in("delete from " + table() + " where " + keyColumn + " = ?"), key);
    }

    /** What is to stand in the table for {@code row}, which was never read. */
    String written(String key, R row) {
        return text(owned(key, row).map(columns::written));
    }

    /** What stands in the table, by key. */
    Function<String, String> read(JdbcTemplate jdbc, TableNames now, Collection<String> keys) {
        Map<String, List<RowValues>> found = new HashMap<>();
        jdbc.query(
                ParameterBinder.anyOf(
                        now.in("select " + columns.names() + " from " + table() + " where " + keyColumn + " = any(?)"),
                        keys),
                row -> {
                    found.computeIfAbsent(row.getString(1), key -> new ArrayList<>())
                            .add(RowValues.read(row));
                });
        return key -> text(found.getOrDefault(key, List.of()).stream());
    }

    void forEachRow(JdbcTemplate jdbc, TableNames now, Consumer<RowValues> rows) {
        columns.forEachRow(jdbc, now, rows);
    }

    /** Keys in the table that no row of {@code parent} has. */
    List<String> strays(JdbcTemplate jdbc, TableNames now, String parent, String parentKey) {
        return jdbc.queryForList(
                now.in(
                        "select distinct %2$s from %1$s where not exists (select 1 from %3$s where %3$s.%4$s = %1$s.%2$s)"
                                .formatted(table(), keyColumn, parent, parentKey)),
                String.class);
    }

    private Stream<Owned<C>> owned(String key, R row) {
        return children.apply(row).stream().map(child -> new Owned<>(key, child));
    }

    /** In an order that does not depend on the database. */
    private static String text(Stream<RowValues> rows) {
        return rows.map(RowValues::toString).sorted().collect(Collectors.joining(", "));
    }
}
