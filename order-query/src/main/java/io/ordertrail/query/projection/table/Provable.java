package io.ordertrail.query.projection.table;

import io.ordertrail.query.projection.fold.ReadModel;
import io.ordertrail.query.projection.generation.TableNames;
import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A read model whose rows, one a key, can be held against the fold of its events column by column.
 *
 * @param <R> a row, immutable and equal by value
 */
public interface Provable<R> extends ReadModel<R> {

    @Override
    Provable<R> in(TableNames names);

    /** The names of all columns and child tables, with {@code ", "} between. */
    String columns();

    /** What is to stand in the columns and in the child tables. */
    RowValues written(String key, R row);

    /** The key of a row of the table. */
    default String key(RowValues row) {
        return String.valueOf(row.at(0));
    }

    /** The rows of {@code keys} as they stand in the table, as values of {@link #columns}. */
    Map<String, RowValues> rows(Collection<String> keys);

    /**
     * Whether every event that names a key gives its row another version. Then a row that equals the fold at one event
     * is done.
     */
    default boolean changesWithEveryEvent() {
        return isOfOneStream();
    }

    /** Passes on each row of the table, as values of {@link #columns}. It must not keep them all in memory. */
    void forEachRow(Consumer<RowValues> rows);

    /**
     * Passes on each row of the table and each row of its child tables, as they lie there: what belongs together is not
     * put together, which takes several times as long.
     */
    void scan(Consumer<RowValues> rows, Consumer<RowValues> childRows);

    /** Passes on what is wrong with each row of a child table that belongs to no row, in words. */
    default void forEachStray(Consumer<String> strays) {}
}
