package io.ordertrail.query.projection.table;

import io.ordertrail.query.projection.generation.TableNames;
import java.util.Optional;

/**
 * Rows that stand for one aggregate each.
 *
 * @param <R> a row
 */
public interface Rows<R> {

    /**
     * The row of {@code id}; empty if there is none, and if it is not valid: while there are no rows that this release
     * can read, while events of it are parked, and when it cannot be read.
     */
    Optional<R> byId(String id);

    /**
     * Conditions that leave no row which is not to be believed, to be added to others with the statement's own values.
     * In the same statement as the row, because the two must be as of one moment.
     *
     * @param now the generation whose rows are read
     * @param projection its name, put into SQL as it is
     * @param sequence the column that holds the aggregate's id
     */
    static String whole(TableNames now, String projection, String sequence) {
        return " and not exists (select 1 from parked_sequence where projection = '%s' and generation = %d and sequence_id = %s)"
                .formatted(projection, now.generation(projection), sequence);
    }
}
