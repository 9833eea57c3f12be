package io.ordertrail.query.projection.deadletter;

import io.ordertrail.api.deadletter.DiscardedLetters;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who discarded which parked sequence, and why. */
public final class DiscardLog {

    private final JdbcClient jdbc;
    private final ParkedTable table;
    private final Clock clock;

    public DiscardLog(JdbcClient jdbc, ParkedTable table, Clock clock) {
        this.jdbc = jdbc;
        this.table = table;
        this.clock = clock;
    }

    /** Deletes a sequence, but keeps who discarded it. */
    public void discard(Parked parked, String actor, String reason) {
        jdbc.sql("insert into discarded_sequence (parked_id, projection, sequence_id, first_position, last_position,"
                        + " events, actor, reason, discarded_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        parked.id(),
                        parked.projection(),
                        parked.sequence(),
                        parked.firstPosition(),
                        parked.lastPosition(),
                        parked.letter().events(),
                        actor,
                        reason,
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        table.delete(parked.id());
    }

    /** The last first, at most 500. */
    public List<DiscardedLetters.Item> list() {
        return jdbc.sql("select parked_id, projection, sequence_id, events, first_position, actor, reason, discarded_at"
                        + " from discarded_sequence order by discarded_at desc, parked_id fetch first "
                        + ParkedTable.MOST + " rows only")
                .query((row, n) -> new DiscardedLetters.Item(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getString(6),
                        row.getString(7),
                        row.getObject(8, OffsetDateTime.class).toInstant()))
                .list();
    }
}
