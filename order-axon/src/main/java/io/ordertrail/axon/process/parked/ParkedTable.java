package io.ordertrail.axon.process.parked;

import io.ordertrail.api.process.ParkedPage.Item;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The parked events as rows of Axon's dead-letter queue. Only looked at and removed here: Axon writes them. */
public final class ParkedTable {

    private static final int MOST = 500;
    private static final String COLUMNS =
            "dead_letter_id, sequence_id, event_id, payload_type, cause_message, enqueued_at," + " last_touched";
    private static final String HEADS = " and not exists (select 1 from dead_letter b where b.processing_group ="
            + " d.processing_group and b.sequence_id = d.sequence_id and b.sequence_index < d.sequence_index)";

    private final JdbcClient jdbc;

    /** @param subjects how many the events are of */
    public record Count(long events, long subjects) {}

    public ParkedTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Count count(String processor) {
        return jdbc.sql("select count(*), count(distinct sequence_id) from dead_letter where processing_group = ?")
                .param(processor)
                .query((row, n) -> new Count(row.getLong(1), row.getLong(2)))
                .single();
    }

    long countOf(String processor, String subject) {
        return jdbc.sql("select count(*) from dead_letter where processing_group = ? and sequence_id = ?")
                .params(processor, subject)
                .query(Long.class)
                .single();
    }

    public List<Item> list(String processor) {
        return jdbc.sql("select " + COLUMNS + " from dead_letter where processing_group = ?"
                        + " order by sequence_id, sequence_index fetch first " + MOST + " rows only")
                .param(processor)
                .query(ParkedTable::item)
                .list();
    }

    /** The first of each subject, those first that were not tried for longest. */
    List<Item> heads(String processor) {
        return jdbc.sql("select " + COLUMNS + " from dead_letter d where processing_group = ?" + HEADS
                        + " order by last_touched fetch first " + MOST + " rows only")
                .param(processor)
                .query(ParkedTable::item)
                .list();
    }

    public Optional<Item> find(String processor, String id) {
        return jdbc.sql("select " + COLUMNS + " from dead_letter where processing_group = ? and dead_letter_id = ?")
                .params(processor, id)
                .query(ParkedTable::item)
                .optional();
    }

    /** Keeps everybody else away from the event until the present transaction ends; false where it is gone. */
    public boolean lock(String id) {
        return jdbc.sql("select dead_letter_id from dead_letter where dead_letter_id = ? for update")
                .param(id)
                .query(String.class)
                .optional()
                .isPresent();
    }

    boolean delete(String processor, String id) {
        return jdbc.sql("delete from dead_letter where processing_group = ? and dead_letter_id = ?")
                        .params(processor, id)
                        .update()
                > 0;
    }

    private static Item item(ResultSet row, int n) throws SQLException {
        Instant parkedAt = Instant.parse(row.getString(6));
        return new Item(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                parkedAt,
                orElse(row.getString(7), parkedAt));
    }

    private static Instant orElse(@Nullable String time, Instant other) {
        return time == null ? other : Instant.parse(time);
    }
}
