package io.ordertrail.app.importing.sale;

import java.util.Map;

/**
 * A line of an order in terms of our own format.
 *
 * @param line first line of the row of the file that it comes from
 * @param cells by column, without space around them; those that are empty may be left out
 */
public record Row(long line, Map<Column, String> cells) {

    public String get(Column column) {
        return cells.getOrDefault(column, "");
    }

    boolean has(Column column) {
        return !get(column).isEmpty();
    }

    /** Whether it says nothing of its order but the reference: then it is as the others say. */
    boolean isContinuation() {
        return cells.entrySet().stream()
                .noneMatch(cell -> cell.getKey().ofOrder()
                        && cell.getKey() != Column.EXTERNAL_REF
                        && !cell.getValue().isEmpty());
    }
}
