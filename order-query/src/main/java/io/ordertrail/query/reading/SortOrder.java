package io.ordertrail.query.reading;

import java.util.function.Function;

/**
 * By what a list is sorted. Rows of the same value stand in the order of their ids, so each has one place only.
 *
 * @param list names the list; cursors of one are no cursors of another
 * @param column what is compared, not null in any row; an index over it and {@code idColumn} makes pages cheap
 * @param value what stands in {@code column}: an instant in whole microseconds, a long, an amount or a text, as
 *     {@code kind} says
 * @param id what stands in {@code idColumn}
 * @param <R> a row
 */
public record SortOrder<R>(
        String list,
        String column,
        Kind kind,
        Function<R, Object> value,
        String idColumn,
        Function<R, String> id,
        boolean descending) {

    /** What a column holds. */
    public enum Kind {
        TIME,
        NUMBER,
        AMOUNT,
        TEXT
    }

    String direction() {
        return descending ? "down" : "up";
    }
}
