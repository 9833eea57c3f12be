package io.ordertrail.query.projection.table;

import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.jdbc.core.RowMapper;

/**
 * A projection with one row an event, written once and, if its person is forgotten, once more. Its primary key is the
 * id of the event's stream and {@code version} (bigint).
 *
 * @param <R> a row, immutable and equal by value
 */
public final class EventTable<R> implements Provable<R> {

    private final JdbcTemplate jdbc;
    private final Shape<R> shape;
    private final Columns<R> columns;
    private final String select;

    public EventTable(JdbcTemplate jdbc, Shape<R> shape) {
        this.jdbc = jdbc;
        this.shape = shape;
        List<Column<R>> all = new ArrayList<>();
        all.add(Column.text(shape.idColumn(), shape.id()));
        all.add(Column.number("version", shape.version()));
        all.addAll(shape.columns());
        this.columns = new Columns<>(shape.table(), all);
        this.select = "select " + columns.names() + " from " + shape.table() + " where " + shape.idColumn();
    }

    /**
     * What a table looks like. All names are put into SQL as they are.
     *
     * @param projection its name, such as {@code order-history}
     * @param table such as {@code order_history}
     * @param idColumn such as {@code order_id}
     * @param aggregateType whose events have rows
     * @param row makes the row of an event
     * @param id of the stream of the row's event
     * @param version of the row's event in its stream
     * @param columns all but the id and {@code version}
     * @param reader finds all by name
     * @param erasure what takes personal data out of earlier rows
     */
    public record Shape<R>(
            String projection,
            String table,
            String idColumn,
            String aggregateType,
            Function<DomainEventMessage<?>, R> row,
            Function<R, String> id,
            ToLongFunction<R> version,
            List<Column<R>> columns,
            RowMapper<R> reader,
            Erasure<R> erasure) {}

    /**
     * How the rows of a stream lose what is personal.
     *
     * @param by the row of the event after which nothing personal is left in the rows before it
     * @param erased what is left of a row
     */
    public record Erasure<R>(Predicate<R> by, UnaryOperator<R> erased) {}

    @Override
    public String name() {
        return shape.projection();
    }

    @Override
    public boolean concerns(EventMessage<?> event) {
        return event instanceof DomainEventMessage<?> stored
                && shape.aggregateType().equals(stored.getType());
    }

    @Override
    public List<String> keys(EventMessage<?> event) {
        DomainEventMessage<?> stored = (DomainEventMessage<?>) event;
        return List.of(key(stored.getAggregateIdentifier(), stored.getSequenceNumber()));
    }

    @Override
    public R fold(String key, @Nullable R row, EventMessage<?> event) {
        return row == null ? shape.row().apply((DomainEventMessage<?>) event) : row;
    }

    @Override
    public long version(R row) {
        return shape.version().applyAsLong(row);
    }

    @Override
    public Map<String, R> load(Collection<String> keys) {
        Map<String, R> found = new HashMap<>();
        jdbc.query(anyOf(keys), shape.reader())
                .forEach(row -> found.put(key(shape.id().apply(row), version(row)), row));
        return found;
    }

    @Override
    public Map<String, RowValues> rows(Collection<String> keys) {
        Map<String, RowValues> found = new HashMap<>();
        jdbc.query(anyOf(keys), row -> {
            RowValues values = RowValues.read(row);
            found.put(key(values), values);
        });
        return found;
    }

    @Override
    public boolean changesWithEveryEvent() {
        return true;
    }

    private PreparedStatementCreator anyOf(Collection<String> keys) {
        Set<String> ids =
                keys.stream().map(key -> key.substring(0, key.lastIndexOf('/'))).collect(Collectors.toSet());
        Long[] versions = keys.stream()
                .map(key -> Long.valueOf(key.substring(key.lastIndexOf('/') + 1)))
                .distinct()
                .toArray(Long[]::new);
        return connection -> {
            PreparedStatement statement = connection.prepareStatement(select + " = any(?) and version = any(?)");
            statement.setArray(1, connection.createArrayOf("varchar", ids.toArray()));
            statement.setArray(2, connection.createArrayOf("bigint", versions));
            return statement;
        };
    }

    /**
     * The version of the last row of {@code id}; -1 where rows are missing or not valid, as {@link Rows#byId} has it.
     */
    public long last(String id) {
        String sql = "select case when count(*) = max(version) + 1 then max(version) else -1 end from %s where %s = ?"
                .formatted(shape.table(), shape.idColumn());
        return Objects.requireNonNullElse(jdbc.queryForObject(sql + whole(), Long.class, id), -1L);
    }

    /**
     * The rows of {@code id} from version {@code from} on and before {@code to}, oldest first; none if they are not
     * valid.
     */
    public List<R> of(String id, long from, long to) {
        return jdbc.query(
                select + " = ? and version >= ? and version < ?" + whole() + " order by version",
                shape.reader(),
                id,
                from,
                to);
    }

    @Override
    public void insert(List<R> rows) {
        columns.insert(jdbc, rows);
        rows.stream().filter(shape.erasure().by()).forEach(this::erase);
    }

    private void erase(R last) {
        String id = shape.id().apply(last);
        // Whether they are valid or not: what is not is made anew, from events that nobody can read any more.
        List<R> before = jdbc.query(select + " = ? and version < ?", shape.reader(), id, version(last));
        List<R> erased = before.stream().map(shape.erasure().erased()).toList();
        jdbc.update(
                "delete from %s where %s = ? and version < ?".formatted(shape.table(), shape.idColumn()),
                id,
                version(last));
        columns.insert(jdbc, erased);
    }

    @Override
    public void update(List<R> rows) {
        throw new IllegalStateException("What happened does not change: " + rows);
    }

    @Override
    public void clear() {
        Truncation.of(jdbc, shape.table());
    }

    @Override
    public String columns() {
        return columns.names();
    }

    @Override
    public String key(RowValues row) {
        return key(String.valueOf(row.at(0)), Long.parseLong(String.valueOf(row.at(1))));
    }

    @Override
    public RowValues written(String key, R row) {
        return columns.written(row);
    }

    @Override
    public void forEachRow(Consumer<RowValues> rows) {
        columns.forEachRow(jdbc, rows);
    }

    private String whole() {
        return Rows.whole(shape.projection(), shape.idColumn());
    }

    private static String key(String id, long version) {
        return id + '/' + version;
    }
}
