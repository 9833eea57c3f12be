package io.ordertrail.query.projection.table;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A column by which rows are found or sorted, filled from the row's state.
 *
 * @param name the name in the table
 */
public record Column<R>(String name, Binder<R> binder) {

    /** Binds the one value. */
    @FunctionalInterface
    public interface Binder<R> {
        void bind(ParameterBinder bound, R row) throws SQLException;
    }

    public static <R> Column<R> text(String name, Function<R, @Nullable String> value) {
        return new Column<>(name, (bound, row) -> bound.text(value.apply(row)));
    }

    public static <R> Column<R> number(String name, ToLongFunction<R> value) {
        return new Column<>(name, (bound, row) -> bound.number(value.applyAsLong(row)));
    }

    public static <R> Column<R> flag(String name, Predicate<R> value) {
        return new Column<>(name, (bound, row) -> bound.flag(value.test(row)));
    }

    public static <R> Column<R> amount(String name, Function<R, BigDecimal> value) {
        return new Column<>(name, (bound, row) -> bound.amount(value.apply(row)));
    }

    /** In whole microseconds, for databases keep no less. */
    public static <R> Column<R> time(String name, Function<R, Instant> value) {
        return new Column<>(name, (bound, row) -> bound.time(RowValues.micros(value.apply(row))));
    }

    /** In an order that is the same in every database. */
    public static <R> Column<R> bytes(String name, Function<R, byte[]> value) {
        return new Column<>(name, (bound, row) -> bound.bytes(value.apply(row)));
    }
}
