package io.ordertrail.app.importing.sale;

import java.util.Map;

/**
 * A line of an order in terms of our own format.
 *
 * @param line first line of the row of the file that it comes from
 * @param cells by column, without space around them; those that are empty may be left out
 * @param metadata what the shop keeps with the order, by name; nothing of it is empty
 */
public record Row(long line, Map<Column, String> cells, Map<String, String> metadata) {

    public Row(long line, Map<Column, String> cells) {
        this(line, cells, Map.of());
    }

    public String get(Column column) {
        return cells.getOrDefault(column, "");
    }

    boolean has(Column column) {
        return !get(column).isEmpty();
    }

    /** The same, and what the shop keeps with its order. */
    public Row keeping(Map<String, String> kept) {
        return new Row(line, cells, kept);
    }

    /** Whether it says nothing of its order but the reference: then it is as the others say. */
    boolean isContinuation() {
        return metadata.isEmpty()
                && cells.entrySet().stream()
                        .noneMatch(cell -> cell.getKey().ofOrder()
                                && cell.getKey() != Column.EXTERNAL_REF
                                && !cell.getValue().isEmpty());
    }
}
