package io.ordertrail.query.projection.deadletter;

import io.ordertrail.api.deadletter.DeadLetterGroups.Group;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Parked sequences in groups of one projection, failure and type of event. */
final class ParkedGroups {

    private ParkedGroups() {}

    /** @param clauses says which sequences, with a mark for each of {@code values} */
    static List<Group> of(JdbcClient jdbc, String clauses, List<?> values) {
        return jdbc.sql("select projection, error, event_type, count(*), sum(events), min(parked_at), max(parked_at)"
                        + clauses + " group by projection, error, event_type order by 4 desc, 1, 2, 3 fetch first "
                        + ParkedTable.MOST + " rows only")
                .params(values)
                .query((row, n) -> new Group(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getObject(6, OffsetDateTime.class).toInstant(),
                        row.getObject(7, OffsetDateTime.class).toInstant()))
                .list();
    }
}
