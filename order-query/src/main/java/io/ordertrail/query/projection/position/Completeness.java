package io.ordertrail.query.projection.position;

import io.ordertrail.api.message.Refused;
import io.ordertrail.api.projection.ProjectionRefusal.ViewIncomplete;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Refuses queries of a whole view while it is being replayed, so that no caller takes a part for the whole. */
public final class Completeness {

    private final JdbcClient jdbc;

    public Completeness(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param begun replays that have ever begun */
    private record Replays(long begun, long running) {}

    /**
     * What {@code read} reads of {@code projection}, as a whole.
     *
     * @throws Refused the view was not whole before, after, or in between
     */
    public <T> T whole(String projection, Supplier<T> read) {
        Replays before = replays(projection);
        if (before.running == 0) {
            T answer = read.get();
            if (replays(projection).equals(before)) {
                return answer;
            }
        }
        throw new Refused(new ViewIncomplete(projection));
    }

    private Replays replays(String projection) {
        return jdbc.sql("select count(*), count(unfinished) from replay where projection = ? and state <> 'ASKED'")
                .param(projection)
                .query((row, n) -> new Replays(row.getLong(1), row.getLong(2)))
                .single();
    }
}
