package io.ordertrail.query.projection.table;

import io.ordertrail.api.personal.Erased;
import io.ordertrail.axon.unknown.UnknownEvents;
import io.ordertrail.query.projection.fold.EventFold;
import io.ordertrail.query.projection.fold.StreamFold;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A projection with one row a key. As a rule the row is a record, kept as JSON in column {@code state}; beside it stand
 * the key, {@code version} (bigint) and whatever else rows are found or sorted by.
 *
 * @param <R> a record, equal by value; a set in it must be sorted, or its JSON differs each time
 */
public final class StateTable<R> implements Provable<R>, Rows<R> {

    private final JdbcTemplate jdbc;
    private final TableShape<R> shape;
    private final EventFold<R> feed;
    private final Columns<R> columns;
    private final Columns<R> changing;
    private final ChildTables<R> children;
    private final String select;
    private final String whole;

    public StateTable(JdbcTemplate jdbc, TableShape<R> shape, EventFold<R> feed) {
        this.jdbc = jdbc;
        this.shape = shape;
        this.feed = feed;
        List<Column<R>> rest = new ArrayList<>(shape.columns());
        rest.add(Column.number("version", feed::version));
        this.changing = new Columns<>(shape.table(), rest);
        rest.add(0, Column.text(shape.keyColumn(), shape.key()::apply));
        this.columns = new Columns<>(shape.table(), rest);
        this.children = new ChildTables<>(jdbc, shape.key(), shape.children());
        this.whole = Rows.whole(shape.projection(), shape.keyColumn());
        this.select = "select " + shape.keyColumn() + ", " + shape.reader().columns() + " from ";
    }

    @Override
    public String name() {
        return shape.projection();
    }

    @Override
    public boolean concerns(EventMessage<?> event) {
        return feed.concerns(event)
                || shape.erasures().stream().anyMatch(erasure -> erasure.isBy(event) || erasure.mayBeBy(event));
    }

    @Override
    public Collection<String> keys(EventMessage<?> event) {
        if (feed.concerns(event)) {
            return feed.keys(event);
        }
        if (UnknownEvents.isOne(event)) {
            throw UnknownEvents.refused(event);
        }
        return List.of();
    }

    @Override
    public boolean erases(EventMessage<?> event) {
        return shape.erasures().stream().anyMatch(erasure -> erasure.isBy(event));
    }

    /** Their versions stay: the row is as if its events had never been read otherwise. */
    @Override
    public void erase(EventMessage<?> event) {
        List<R> rows = shape.erasures().stream()
                .filter(erasure -> erasure.isBy(event))
                .flatMap(erasure -> find("where " + erasure.condition(), List.of(erasure.valueOf(event))).stream())
                .map(Erased::in)
                .toList();
        jdbc.batchUpdate(
                "update %s set %s = ? where %s = ?"
                        .formatted(shape.table(), changing.names().replace(", ", " = ?, "), shape.keyColumn()),
                rows,
                Math.max(1, rows.size()),
                (statement, row) -> {
                    ParameterBinder bound = ParameterBinder.to(statement);
                    changing.bind(bound, row);
                    bound.text(shape.key().apply(row));
                });
        children.erase(rows);
    }

    @Override
    public @Nullable R fold(String key, @Nullable R row, EventMessage<?> event) {
        return feed.fold(key, row, event);
    }

    @Override
    public long version(R row) {
        return feed.version(row);
    }

    @Override
    public Map<String, R> load(Collection<String> keys) {
        String sql = select + "%1$s where %2$s = any(?)".formatted(shape.table(), shape.keyColumn());
        Map<String, R> found = new HashMap<>();
        jdbc.query(ParameterBinder.anyOf(sql, keys), row -> {
            found.put(row.getString(1), shape.reader().read(row));
        });
        return found;
    }

    @Override
    public Optional<R> byId(String key) {
        return byIds(List.of(key)).values().stream().findFirst();
    }

    /** As {@link #byId}, of several. */
    public Map<String, R> byIds(Collection<String> keys) {
        String sql = select + "%1$s where %2$s = any(?)".formatted(shape.table(), shape.keyColumn()) + whole;
        Map<String, R> found = new HashMap<>();
        jdbc.query(ParameterBinder.anyOf(sql, keys), row -> {
            String key = row.getString(1);
            readable(row).ifPresent(state -> found.put(key, state));
        });
        return found;
    }

    /** As {@link #byId}, by the value of another column that no two rows share. */
    public Optional<R> by(String column, String value) {
        return find("where " + column + " = ?" + whole, List.of(value)).stream().findFirst();
    }

    /** The version of the row of {@code key} as it is in the table, valid or not; -1 without one. */
    public long version(String key) {
        String sql = "select version from %s where %s = ?".formatted(shape.table(), shape.keyColumn());
        return jdbc.queryForList(sql, Long.class, key).stream().findFirst().orElse(-1L);
    }

    /**
     * The rows that {@code clauses} leave and that can be read.
     *
     * @param clauses the SQL after the table's name, without values: {@code where order_id = ? order by created_at}
     * @param values one for each mark; times as {@code OffsetDateTime}
     */
    public List<R> find(String clauses, List<?> values) {
        return findEach(clauses, values).stream().flatMap(Optional::stream).toList();
    }

    /** As {@link #find}, with something empty in the place of each row that cannot be read. */
    public List<Optional<R>> findEach(String clauses, List<?> values) {
        return jdbc.query(select + shape.table() + ' ' + clauses, (row, n) -> readable(row), values.toArray());
    }

    @Override
    public void insert(List<R> rows) {
        columns.insert(jdbc, rows);
        children.insert(rows);
    }

    @Override
    public void update(List<R> rows) {
        OptimisticLock.requireEach(jdbc.batchUpdate(
                "update %s set %s = ? where %s = ? and version < ?"
                        .formatted(shape.table(), changing.names().replace(", ", " = ?, "), shape.keyColumn()),
                rows,
                rows.size(),
                (statement, row) -> {
                    ParameterBinder bound = ParameterBinder.to(statement);
                    changing.bind(bound, row);
                    bound.text(shape.key().apply(row)).number(version(row));
                }));
        children.update(rows);
    }

    @Override
    public void clear() {
        Truncation.of(
                jdbc, Stream.concat(children.names(), Stream.of(shape.table())).toArray(String[]::new));
    }

    @Override
    public boolean isOfOneStream() {
        return feed instanceof StreamFold<?, ?>;
    }

    @Override
    public void remove(String key) {
        children.remove(key);
        jdbc.update("delete from %s where %s = ?".formatted(shape.table(), shape.keyColumn()), key);
    }

    @Override
    public String columns() {
        return Stream.concat(Stream.of(columns.names()), children.names()).collect(Collectors.joining(", "));
    }

    @Override
    public RowValues written(String key, R row) {
        return RowValues.written(bound -> {
            columns.bind(bound, row);
            children.bind(bound, row);
        });
    }

    @Override
    public Map<String, RowValues> rows(Collection<String> keys) {
        return children.rows(columns, keys);
    }

    @Override
    public void forEachRow(Consumer<RowValues> rows) {
        children.forEachRow(columns, rows);
    }

    @Override
    public void forEachStray(Consumer<String> strays) {
        children.forEachStray(shape.table(), shape.keyColumn(), strays);
    }

    /** Passes on each row that can be read, and keeps none in memory. */
    public void forEach(Consumer<R> rows) {
        jdbc.query(Columns.streamed(select + shape.table()), row -> {
            readable(row).ifPresent(rows);
        });
    }

    private Optional<R> readable(ResultSet row) throws SQLException {
        return Unreadable.rowOf(
                shape.projection(), row.getString(1), () -> shape.reader().read(row));
    }
}
