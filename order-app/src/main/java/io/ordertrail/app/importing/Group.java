package io.ordertrail.app.importing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Adjacent rows of one order.
 *
 * @param ref the order's reference; empty where the rows have none
 * @param flaw why the order cannot be imported whatever its rows say, or null
 * @param continued whether earlier rows of this order were given as a group already, because it is too long for one
 */
record Group(String ref, List<Row> rows, @Nullable Flaw flaw, boolean continued) {

    /** Bytes of the file up to the end of this group. */
    long end() {
        return rows.get(rows.size() - 1).end();
    }
}
