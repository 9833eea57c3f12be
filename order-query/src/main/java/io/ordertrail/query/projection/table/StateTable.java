package io.ordertrail.query.projection.table;

import io.ordertrail.axon.unknown.UnknownEvents;
import io.ordertrail.query.projection.fold.EventFold;
import io.ordertrail.query.projection.fold.StreamFold;
import io.ordertrail.query.projection.generation.TableNames;
import io.ordertrail.query.projection.generation.ViewSql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
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
    private final Supplier<TableNames> names;
    private final TableShape<R> shape;
    private final EventFold<R> fold;
    private final Columns<R> columns;
    private final Columns<R> changing;
    private final ChildTables<R> children;
    private final String select;

    /** Of the rows that are live. */
    public StateTable(ViewSql sql, TableShape<R> shape, EventFold<R> fold) {
        this(sql.template(), sql::live, shape, fold);
    }

    private StateTable(JdbcTemplate jdbc, Supplier<TableNames> names, TableShape<R> shape, EventFold<R> fold) {
        this.jdbc = jdbc;
        this.names = names;
        this.shape = shape;
        this.fold = fold;
        this.changing = Columns.changing(shape, fold);
        this.columns = changing.behind(Column.text(shape.keyColumn(), shape.key()::apply));
        this.children = new ChildTables<>(jdbc, shape.key(), shape.children());
        this.select = "select " + shape.keyColumn() + ", " + shape.reader().columns() + " from ";
    }

    @Override
    public StateTable<R> in(TableNames fixed) {
        return new StateTable<>(jdbc, () -> fixed, shape, fold);
    }

    @Override
    public String name() {
        return shape.projection();
    }

    @Override
    public boolean concerns(EventMessage<?> event) {
        return fold.concerns(event)
                || shape.erasures().stream().anyMatch(erasure -> erasure.isBy(event) || erasure.mayBeBy(event));
    }

    @Override
    public Collection<String> keys(EventMessage<?> event) {
        if (!fold.concerns(event) && UnknownEvents.isOne(event)) {
            throw UnknownEvents.refused(event);
        }
        return fold.concerns(event) ? fold.keys(event) : List.of();
    }

    @Override
    public boolean erases(EventMessage<?> event) {
        return shape.erasures().stream().anyMatch(erasure -> erasure.isBy(event));
    }

    @Override
    public void erase(EventMessage<?> event) {
        TableNames now = names.get();
        List<R> rows = shape.erasures().stream()
                .filter(one -> one.isBy(event))
                .flatMap(one -> in(now).find("where " + one.condition(), List.of(one.valueOf(event))).stream())
                .toList();
        children.erase(now, new RowEraser<>(jdbc, shape, changing).erase(now, rows));
    }

    @Override
    public @Nullable R fold(String key, @Nullable R row, EventMessage<?> event) {
        return fold.fold(key, row, event);
    }

    @Override
    public long version(R row) {
        return fold.version(row);
    }

    @Override
    public Map<String, R> load(Collection<String> keys) {
        String sql = select + shape.table() + " where " + shape.keyColumn() + " = any(?)";
        Map<String, R> found = new HashMap<>();
        jdbc.query(ParameterBinder.anyOf(names.get().in(sql), keys), row -> {
            found.put(row.getString(1), shape.reader().read(row));
        });
        return found;
    }

    @Override
    public Optional<R> byId(String key) {
        return Optional.ofNullable(byIds(List.of(key)).get(key));
    }

    /** As {@link #byId}, of several. */
    public Map<String, R> byIds(Collection<String> keys) {
        Map<String, R> found = new HashMap<>();
        TableNames now = names.get();
        if (!now.has(name())) {
            return found;
        }
        String sql = select + shape.table() + " where " + shape.keyColumn() + " = any(?)" + whole(now);
        jdbc.query(ParameterBinder.anyOf(now.in(sql), keys), row -> {
            String key = row.getString(1);
            readable(row).ifPresent(state -> found.put(key, state));
        });
        return found;
    }

    /** As {@link #byId}, by the value of another column that no two rows share. */
    public Optional<R> by(String column, String value) {
        TableNames now = names.get();
        return !now.has(name())
                ? Optional.empty()
                : in(now).find("where " + column + " = ?" + whole(now), List.of(value)).stream()
                        .findFirst();
    }

    /** The version of the row of {@code key} as it is in the table, valid or not; -1 without one. */
    public long version(String key) {
        TableNames now = names.get();
        String sql = now.in("select version from %s where %s = ?".formatted(shape.table(), shape.keyColumn()));
        return now.has(name())
                ? jdbc.queryForList(sql, Long.class, key).stream().findFirst().orElse(-1L)
                : -1;
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
        return jdbc.query(
                names.get().in(select + shape.table() + ' ' + clauses), (row, n) -> readable(row), values.toArray());
    }

    @Override
    public void insert(List<R> rows) {
        TableNames now = names.get();
        columns.insert(jdbc, now, rows);
        children.insert(now, rows);
    }

    @Override
    public void update(List<R> rows) {
        TableNames now = names.get();
        OptimisticLock.requireEach(changing.update(jdbc, now, shape, rows, this::version));
        children.update(now, rows);
    }

    @Override
    public boolean isOfOneStream() {
        return fold instanceof StreamFold<?, ?>;
    }

    @Override
    public boolean isDivisible() {
        return isOfOneStream() && shape.erasures().isEmpty();
    }

    @Override
    public void remove(String key) {
        TableNames now = names.get();
        children.remove(now, key);
        jdbc.update(now.in("delete from %s where %s = ?".formatted(shape.table(), shape.keyColumn())), key);
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
        return children.rows(names.get(), columns, keys);
    }

    @Override
    public void forEachRow(Consumer<RowValues> rows) {
        children.forEachRow(names.get(), columns, rows);
    }

    @Override
    public void scan(Consumer<RowValues> rows, Consumer<RowValues> childRows) {
        TableNames now = names.get();
        columns.forEachRow(jdbc, now, rows);
        children.scan(now, childRows);
    }

    @Override
    public void forEachStray(Consumer<String> strays) {
        children.forEachStray(names.get(), shape.table(), shape.keyColumn(), strays);
    }

    /** Passes on each row that can be read, and keeps none in memory. */
    public void forEach(Consumer<R> rows) {
        jdbc.query(Columns.streamed(names.get().in(select + shape.table())), row -> {
            readable(row).ifPresent(rows);
        });
    }

    private String whole(TableNames now) {
        return Rows.whole(now, name(), shape.keyColumn());
    }

    private Optional<R> readable(ResultSet row) throws SQLException {
        return Unreadable.rowOf(name(), row.getString(1), () -> shape.reader().read(row));
    }
}
