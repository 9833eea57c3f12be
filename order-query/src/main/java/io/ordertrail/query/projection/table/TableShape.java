package io.ordertrail.query.projection.table;

import io.ordertrail.query.projection.fold.EventFold;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What the table of a {@link StateTable} looks like. All names are put into SQL as they are.
 *
 * @param projection its name, such as {@code payment-view}
 * @param table such as {@code payment_view}
 * @param keyColumn such as {@code payment_id}
 * @param key the row's own key, as {@link EventFold#keys} would name it
 * @param columns all but the key and {@code version}
 * @param reader makes a row of them
 * @param children the tables beside it
 * @param erasures none where the rows hold nothing personal, or their own streams say when it goes
 */
public record TableShape<R>(
        String projection,
        String table,
        String keyColumn,
        Function<R, String> key,
        List<Column<R>> columns,
        RowReader<R> reader,
        List<ChildTable<R, ?>> children,
        List<RowErasure> erasures) {

    /**
     * Of a row that is kept as JSON.
     *
     * @param columns all but the key, {@code version} and {@code state}
     */
    public TableShape(
            String projection,
            String table,
            String keyColumn,
            Class<R> row,
            Function<R, String> key,
            List<Column<R>> columns) {
        this(
                projection,
                table,
                keyColumn,
                key,
                Stream.concat(columns.stream(), Stream.of(Column.<R>text("state", RowJson::write)))
                        .toList(),
                RowReader.ofState(row, projection),
                List.of(),
                List.of());
    }

    /** The same, of rows that lose what is personal by events of other streams. */
    public TableShape<R> erasedBy(RowErasure... events) {
        return new TableShape<>(projection, table, keyColumn, key, columns, reader, children, List.of(events));
    }
}
