package io.ordertrail.query.projection.table;

import java.util.Optional;

/**
 * Rows that stand for one aggregate each.
 *
 * @param <R> a row
 */
public interface Rows<R> {

    /**
     * The row of {@code id}; empty if there is none, and if it is not valid: while the view is being filled again,
     * while events of it are parked, and when it cannot be read.
     */
    Optional<R> byId(String id);

    /**
     * Conditions that leave no row which is not to be believed, to be added to others with the statement's own values.
     * In the same statement as the row, because the two must be as of one moment.
     *
     * @param projection its name, put into SQL as it is
     * @param sequence the column that holds the aggregate's id
     */
    static String whole(String projection, String sequence) {
        return " and not exists (select 1 from replay where unfinished = '%1$s' and state <> 'ASKED')"
                        .formatted(projection)
                + " and not exists (select 1 from parked_sequence where projection = '%1$s' and sequence_id = %2$s)"
                        .formatted(projection, sequence);
    }
}
