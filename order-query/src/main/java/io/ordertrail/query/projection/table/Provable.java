package io.ordertrail.query.projection.table;

import io.ordertrail.query.projection.fold.ReadModel;
import java.util.function.Consumer;

/**
 * A read model whose rows, one a key, can be held against the fold of its events column by column.
 *
 * @param <R> a row, immutable and equal by value
 */
public interface Provable<R> extends ReadModel<R> {

    /** The names of all columns, the key's first, with {@code ", "} between. */
    String columns();

    /** What is to stand in the columns. */
    RowValues written(String key, R row);

    /** Passes on each row of the table, as values of {@link #columns}. It must not keep them all in memory. */
    void forEachRow(Consumer<RowValues> rows);
}
