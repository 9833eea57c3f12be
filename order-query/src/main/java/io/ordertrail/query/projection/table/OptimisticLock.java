package io.ordertrail.query.projection.table;

import org.springframework.dao.OptimisticLockingFailureException;

/** Tells that a row which was to be changed is no longer the one that was read. */
public final class OptimisticLock {

    private OptimisticLock() {}

    /**
     * Another process that has taken over the projection may have written the row: then ours is the old one.
     *
     * @param counts how many rows each statement of a batch has changed
     * @throws OptimisticLockingFailureException one of them was not 1
     */
    public static void requireEach(int[][] counts) {
        for (int[] batch : counts) {
            for (int count : batch) {
                if (count != 1) {
                    throw new OptimisticLockingFailureException("A row was changed or removed by another process");
                }
            }
        }
    }
}
