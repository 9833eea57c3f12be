package io.ordertrail.axon.process.parked;

import io.ordertrail.api.deadletter.DeadLetter;
import io.ordertrail.api.deadletter.DeadLetterFilter;
import io.ordertrail.api.deadletter.DeadLetterGroups.Group;
import io.ordertrail.axon.deadletter.RetryPatience;
import io.ordertrail.axon.failure.UnprocessableEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.axonframework.common.DateTimeUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The parked events as rows of Axon's dead-letter queue, which writes them. Only looked at and removed here, and noted
 * when they were tried.
 */
public final class ParkedTable {

    private static final int MOST = 500;

    /** What stands for the cause of one that has come first since the one before it was discarded. */
    static final String NOT_TRIED = "NOT_TRIED";

    private static final String LETTERS = "select d.dead_letter_id, d.processing_group, d.sequence_id, d.event_id,"
            + " d.payload_type, (select count(*) from dead_letter a where a.processing_group = d.processing_group"
            + " and a.sequence_id = d.sequence_id) as events, coalesce(d.cause_type, '" + NOT_TRIED + "') as error,"
            + " d.enqueued_at, coalesce(d.last_touched, d.enqueued_at) as tried_at from dead_letter d where ";
    private static final String HEADS = "not exists (select 1 from dead_letter b where b.processing_group ="
            + " d.processing_group and b.sequence_id = d.sequence_id and b.sequence_index < d.sequence_index)";
    private static final String FILTERED = HEADS + " and d.processing_group = coalesce(cast(? as varchar),"
            + " d.processing_group) and coalesce(d.cause_type, '" + NOT_TRIED + "') = coalesce(cast(? as varchar),"
            + " d.cause_type, '" + NOT_TRIED + "') and d.payload_type = coalesce(cast(? as varchar), d.payload_type)"
            + " and d.sequence_id = coalesce(cast(? as varchar), d.sequence_id)";
    private static final String FIRST = " fetch first " + MOST + " rows only";

    private final JdbcClient jdbc;
    private final RetryPatience patience;

    /** @param subjects how many the events are of */
    public record Count(long events, long subjects) {}

    public ParkedTable(JdbcClient jdbc, RetryPatience patience) {
        this.jdbc = jdbc;
        this.patience = patience;
    }

    public Count count(String processor) {
        return count(DeadLetterFilter.of(processor));
    }

    Count count(DeadLetterFilter wanted) {
        return jdbc.sql("select coalesce(sum(events), 0), count(*) from (" + LETTERS + FILTERED + ") h")
                .params(values(wanted))
                .query((row, n) -> new Count(row.getLong(1), row.getLong(2)))
                .single();
    }

    long countOf(String processor, String subject) {
        return jdbc.sql("select count(*) from dead_letter where processing_group = ? and sequence_id = ?")
                .params(processor, subject)
                .query(Long.class)
                .single();
    }

    /** The first of each subject, the longest parked first. */
    List<DeadLetter> list(DeadLetterFilter wanted) {
        return jdbc.sql(LETTERS + FILTERED + " order by d.enqueued_at, d.dead_letter_id" + FIRST)
                .params(values(wanted))
                .query(this::letter)
                .list();
    }

    List<Group> groups(DeadLetterFilter wanted) {
        return jdbc.sql("select processing_group, error, payload_type, count(*) as sequences, sum(events),"
                        + " min(enqueued_at), max(enqueued_at) from (" + LETTERS + FILTERED + ") h"
                        + " group by processing_group, error, payload_type order by sequences desc, 2, 3" + FIRST)
                .params(values(wanted))
                .query((row, n) -> new Group(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getLong(4),
                        row.getLong(5),
                        Instant.parse(row.getString(6)),
                        Instant.parse(row.getString(7))))
                .list();
    }

    /** The first of each subject that was parked after {@code time}, those first that were not tried for longest. */
    List<DeadLetter> parkedAfter(String processor, Instant time) {
        return jdbc.sql(LETTERS + HEADS + " and d.processing_group = ? and d.enqueued_at > ? order by tried_at" + FIRST)
                .params(processor, DateTimeUtils.formatInstant(time))
                .query(this::letter)
                .list();
    }

    public Optional<DeadLetter> find(String processor, String id) {
        return jdbc.sql(LETTERS + "d.processing_group = ? and d.dead_letter_id = ?")
                .params(processor, id)
                .query(this::letter)
                .optional();
    }

    /** Notes that {@code letter} is tried at {@code now}; false if it was tried since it was read. */
    boolean claim(DeadLetter letter, Instant now) {
        return jdbc.sql("update dead_letter set last_touched = ? where dead_letter_id = ?"
                                + " and coalesce(last_touched, enqueued_at) = ?")
                        .params(
                                DateTimeUtils.formatInstant(now),
                                letter.id(),
                                DateTimeUtils.formatInstant(letter.triedAt()))
                        .update()
                > 0;
    }

    /** Notes when the event was tried, and why it failed. Axon's own way forgets the word for it. */
    void failed(String id, UnprocessableEvent why, Instant now) {
        jdbc.sql("update dead_letter set cause_type = ?, cause_message = ?, last_touched = ?"
                        + " where dead_letter_id = ?")
                .params(why.type(), why.message(), DateTimeUtils.formatInstant(now), id)
                .update();
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

    private static List<@Nullable String> values(DeadLetterFilter wanted) {
        return Arrays.asList(wanted.place(), wanted.error(), wanted.eventType(), wanted.subject());
    }

    private DeadLetter letter(ResultSet row, int n) throws SQLException {
        Instant parkedAt = Instant.parse(row.getString(8));
        Instant triedAt = Instant.parse(row.getString(9));
        return new DeadLetter(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getLong(6),
                row.getString(7),
                parkedAt,
                triedAt,
                patience.next(parkedAt, triedAt));
    }
}
