package io.ordertrail.query.projection.table;

import io.ordertrail.query.projection.fold.EventFold;
import io.ordertrail.query.projection.generation.TableNames;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCreator;

/** The columns of a table in the order in which they are written. All names are put into SQL as they are. */
record Columns<R>(String table, List<Column<R>> all) {

    private static final int FETCHED_AT_ONCE = 500;

    /** Rows of one statement. The embedded database's file is written between statements, so others wait for each. */
    private static final int WRITTEN_AT_ONCE = 100;

    Columns {
        all = List.copyOf(all);
    }

    /** All but the key. */
    static <R> Columns<R> changing(TableShape<R> shape, EventFold<R> fold) {
        return new Columns<>(
                shape.table(),
                Stream.concat(shape.columns().stream(), Stream.of(Column.<R>number("version", fold::version)))
                        .toList());
    }

    /** The same behind another one. */
    Columns<R> behind(Column<R> first) {
        return new Columns<>(
                table, Stream.concat(Stream.of(first), all.stream()).toList());
    }

    /** Writes all of them where {@code key} has a value, which is the last one. */
    String update(String key) {
        return "update %s set %s = ? where %s = ?".formatted(table, names().replace(", ", " = ?, "), key);
    }

    /** With {@code ", "} between. */
    String names() {
        return all.stream().map(Column::name).collect(Collectors.joining(", "));
    }

    void insert(JdbcTemplate jdbc, TableNames now, List<? extends R> rows) {
        String marks = Stream.generate(() -> "?").limit(all.size()).collect(Collectors.joining(", "));
        jdbc.batchUpdate(
                now.in("insert into " + table + " (" + names() + ") values (" + marks + ")"),
                rows,
                WRITTEN_AT_ONCE,
                (statement, row) -> bind(ParameterBinder.to(statement), row));
    }

    /** Writes those {@code rows} that are of a later version than what stands in the table, and counts them. */
    int[][] update(JdbcTemplate jdbc, TableNames now, TableShape<R> shape, List<R> rows, ToLongFunction<R> version) {
        return jdbc.batchUpdate(
                now.in(update(shape.keyColumn()) + " and version < ?"), rows, WRITTEN_AT_ONCE, (statement, row) -> {
                    ParameterBinder bound = ParameterBinder.to(statement);
                    bind(bound, row);
                    bound.text(shape.key().apply(row)).number(version.applyAsLong(row));
                });
    }

    void bind(ParameterBinder bound, R row) throws SQLException {
        for (Column<R> column : all) {
            column.binder().bind(bound, row);
        }
    }

    RowValues written(R row) {
        return RowValues.written(bound -> bind(bound, row));
    }

    /** Selects the rows whose first column is one of {@code keys}. */
    PreparedStatementCreator anyOf(TableNames now, Collection<String> keys) {
        return ParameterBinder.anyOf(
                now.in("select " + names() + " from " + table + " where "
                        + all.get(0).name() + " = any(?)"),
                keys);
    }

    /** Passes on each row of the table, and keeps none in memory. */
    void forEachRow(JdbcTemplate jdbc, TableNames now, Consumer<RowValues> rows) {
        jdbc.query(streamed(now.in("select " + names() + " from " + table)), row -> {
            rows.accept(RowValues.read(row));
        });
    }

    /** {@code sql}, whose rows the driver does not hold all at once. */
    static PreparedStatementCreator streamed(String sql) {
        return connection -> {
            PreparedStatement statement = connection.prepareStatement(sql);
            statement.setFetchSize(FETCHED_AT_ONCE);
            return statement;
        };
    }
}
