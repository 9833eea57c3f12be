package io.ordertrail.query.projection;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A projection whose row is a record, kept as JSON in column {@code state}. Beside it stand the key, {@code version}
 * (bigint) and whatever else rows are found or sorted by.
 *
 * @param <R> a record, equal by value; a set or a map in it must know an order, or its JSON
 *     differs each time
 */
public final class StateTable<R> implements Provable<R>, Rows<R> {

    private static final int FETCHED_AT_ONCE = 500;

    private final JdbcTemplate jdbc;
    private final Shape<R> shape;
    private final EventFold<R> feed;
    private final String columns;

    public StateTable(JdbcTemplate jdbc, Shape<R> shape, EventFold<R> feed) {
        this.jdbc = jdbc;
        this.shape = shape;
        this.feed = feed;
        this.columns = shape.keyColumn() + ", "
                + shape.columns().stream().map(column -> column.name() + ", ").collect(Collectors.joining())
                + "version, state";
    }

    /**
     * What a table looks like. All names are put into SQL as they are.
     *
     * @param projection its name, such as {@code payment-view}
     * @param table such as {@code payment_view}
     * @param keyColumn such as {@code payment_id}
     * @param key the row's own key, as {@link EventFold#keys} would name it
     */
    public record Shape<R>(
            String projection,
            String table,
            String keyColumn,
            Class<R> row,
            Function<R, String> key,
            List<Column<R>> columns) {}

    @Override
    public String name() {
        return shape.projection();
    }

    @Override
    public boolean concerns(EventMessage<?> event) {
        return feed.concerns(event);
    }

    @Override
    public Collection<String> keys(EventMessage<?> event) {
        return feed.keys(event);
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
        String sql = "select %1$s, state from %2$s where %1$s = any(?)".formatted(shape.keyColumn(), shape.table());
        Map<String, R> found = new HashMap<>();
        jdbc.query(ParameterBinder.anyOf(sql, keys), row -> {
            found.put(row.getString(1), state(row.getString(2)));
        });
        return found;
    }

    @Override
    public Optional<R> byId(String key) {
        return byIds(List.of(key)).values().stream().findFirst();
    }

    /** As {@link #byId}, of several. */
    public Map<String, R> byIds(Collection<String> keys) {
        String sql = "select %1$s, state from %2$s where %1$s = any(?)".formatted(shape.keyColumn(), shape.table())
                + Rows.whole(shape.projection(), shape.keyColumn());
        Map<String, R> found = new HashMap<>();
        jdbc.query(ParameterBinder.anyOf(sql, keys), row -> {
            String key = row.getString(1);
            Unreadable.rowOf(shape.projection(), key, () -> state(row.getString(2)))
                    .ifPresent(state -> found.put(key, state));
        });
        return found;
    }

    /** The version of the row of {@code key} as it is in the table, valid or not; -1 without one. */
    public long version(String key) {
        String sql = "select version from %s where %s = ?".formatted(shape.table(), shape.keyColumn());
        return jdbc.queryForList(sql, Long.class, key).stream().findFirst().orElse(-1L);
    }

    /**
     * The rows that {@code clauses} leave and that can be read.
     *
     * @param clauses the SQL after the table's name: {@code where order_id = ? order by created_at}. Values are never
     *     part of it
     * @param values one for each mark; times as {@code OffsetDateTime}
     */
    public List<R> find(String clauses, List<?> values) {
        return findEach(clauses, values).stream().flatMap(Optional::stream).toList();
    }

    /** As {@link #find}, with something empty in the place of each row that cannot be read. */
    public List<Optional<R>> findEach(String clauses, List<?> values) {
        return jdbc.query(
                "select " + shape.keyColumn() + ", state from " + shape.table() + ' ' + clauses,
                (row, n) -> Unreadable.rowOf(shape.projection(), row.getString(1), () -> state(row.getString(2))),
                values.toArray());
    }

    @Override
    public void insert(List<R> rows) {
        jdbc.batchUpdate(
                "insert into %s (%s) values (%s)".formatted(shape.table(), columns, columns.replaceAll("\\w+", "?")),
                rows,
                rows.size(),
                (statement, row) ->
                        bind(ParameterBinder.to(statement), shape.key().apply(row), row));
    }

    @Override
    public void update(List<R> rows) {
        String assigned = columns.substring(shape.keyColumn().length() + 2).replace(", ", " = ?, ") + " = ?";
        OptimisticLock.requireEach(jdbc.batchUpdate(
                "update %s set %s where %s = ? and version < ?".formatted(shape.table(), assigned, shape.keyColumn()),
                rows,
                rows.size(),
                (statement, row) -> {
                    ParameterBinder bound = ParameterBinder.to(statement);
                    bindRest(bound, row);
                    bound.text(shape.key().apply(row)).number(version(row));
                }));
    }

    @Override
    public void clear() {
        Truncation.of(jdbc, shape.table());
    }

    @Override
    public boolean isOfOneStream() {
        return feed instanceof StreamFold<?, ?>;
    }

    @Override
    public void remove(String key) {
        jdbc.update("delete from %s where %s = ?".formatted(shape.table(), shape.keyColumn()), key);
    }

    @Override
    public String columns() {
        return columns;
    }

    @Override
    public RowValues written(String key, R row) {
        return RowValues.written(bound -> bind(bound, key, row));
    }

    @Override
    public void forEachRow(Consumer<RowValues> rows) {
        jdbc.query(
                connection -> {
                    PreparedStatement statement =
                            connection.prepareStatement("select " + columns + " from " + shape.table());
                    statement.setFetchSize(FETCHED_AT_ONCE);
                    return statement;
                },
                row -> {
                    rows.accept(RowValues.read(row));
                });
    }

    private void bind(ParameterBinder bound, String key, R row) throws SQLException {
        bound.text(key);
        bindRest(bound, row);
    }

    private void bindRest(ParameterBinder bound, R row) throws SQLException {
        for (Column<R> column : shape.columns()) {
            column.binder().bind(bound, row);
        }
        bound.number(version(row)).text(RowJson.mapper().writeValueAsString(row));
    }

    private R state(String text) {
        return RowJson.read(RowJson.mapper(), text, shape.row(), shape.projection());
    }
}
