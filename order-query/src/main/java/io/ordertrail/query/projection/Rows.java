package io.ordertrail.query.projection;

import java.util.Optional;

/**
 * Rows that stand for one aggregate each.
 *
 * @param <R> a row
 */
public interface Rows<R> {

    /** The row of {@code id}. */
    Optional<R> byId(String id);

    /** The version at which the row of {@code id} stands; -1 without a row. */
    long version(String id);
}
