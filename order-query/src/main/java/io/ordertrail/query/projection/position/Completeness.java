package io.ordertrail.query.projection.position;

import io.ordertrail.api.message.Refused;
import io.ordertrail.api.projection.ProjectionRefusal.ViewIncomplete;
import io.ordertrail.query.projection.generation.ViewSql;
import java.util.function.Supplier;

/** Refuses queries of a whole view that this release has not made yet. */
public final class Completeness {

    private final ViewSql sql;

    public Completeness(ViewSql sql) {
        this.sql = sql;
    }

    /**
     * What {@code read} reads of {@code projection}.
     *
     * @throws Refused there are no rows of it that this release can read
     */
    public <T> T whole(String projection, Supplier<T> read) {
        if (!sql.live().has(projection)) {
            throw new Refused(new ViewIncomplete(projection));
        }
        return read.get();
    }
}
