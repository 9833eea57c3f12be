package io.ordertrail.query.reading;

import java.util.function.Function;

/**
 * The sort key of a list. Rows of the same value are sorted by id, so each has one place.
 *
 * @param list names the list; cursors of one are no cursors of another
 * @param column the compared column, never null; an index over it and {@code idColumn} makes pages cheap
 * @param value the value of {@code column}: an instant in whole microseconds, a long, an amount or a text, as
 *     {@code kind} says
 * @param id the value of {@code idColumn}
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
