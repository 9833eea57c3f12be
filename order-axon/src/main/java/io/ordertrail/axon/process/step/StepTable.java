package io.ordertrail.axon.process.step;

import io.ordertrail.axon.process.step.Next.Again;
import io.ordertrail.axon.process.step.WaitingStep.Answer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.axonframework.serialization.SerializedObject;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ParameterizedPreparedStatementSetter;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The steps that wait, as rows. */
final class StepTable {

    private static final int MAX_DETAIL = 1000;
    private static final String COLUMNS =
            "step, seq, version, subject, answer, queued, due_at, command, revision, payload,"
                    + " metadata, failures, stuck";

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;
    private final StepJson json;
    private final Clock clock;

    StepTable(JdbcTemplate jdbc, StepJson json, Clock clock) {
        this.batches = jdbc;
        this.jdbc = JdbcClient.create(jdbc);
        this.json = json;
        this.clock = clock;
    }

    /** A step as it is to be stored. */
    record Row(StepId step, Answer answer, boolean queued, Instant dueAt, Object command, Map<String, String> cause) {}

    boolean isWaiting(StepId step) {
        return jdbc.sql("select count(*) from process_step where step = ?")
                        .param(step.text())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Those of {@code subjects} of which a step waits that later ones must wait for. */
    Set<String> waiting(Set<String> subjects) {
        return Set.copyOf(jdbc.sql("select distinct subject from process_step where queued = true and subject = any(?)")
                .param(subjects.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    /** Those of {@code steps} that have rows. */
    Set<String> stored(Collection<StepId> steps) {
        return Set.copyOf(jdbc.sql("select step from process_step where step = any(?)")
                .param(texts(steps))
                .query(String.class)
                .list());
    }

    /** Writes {@code rows}, of steps that have none. */
    void insert(List<Row> rows) {
        Timestamp now = Timestamp.from(clock.instant());
        each(
                "insert into process_step (step, version, subject, process, answer, queued, due_at, command, revision,"
                        + " payload, metadata, failures, stuck, created_at)"
                        + " values (?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, false, ?)",
                rows,
                (statement, row) -> {
                    SerializedObject<String> stored = json.write(row.command());
                    statement.setString(1, row.step().text());
                    statement.setString(2, row.step().subject());
                    statement.setString(3, row.step().process());
                    statement.setString(4, row.answer().name());
                    statement.setBoolean(5, row.queued());
                    statement.setTimestamp(6, Timestamp.from(row.dueAt()));
                    statement.setString(7, stored.getType().getName());
                    statement.setString(8, stored.getType().getRevision());
                    statement.setString(9, stored.getData());
                    statement.setString(10, json.write(row.cause()));
                    statement.setTimestamp(11, now);
                });
    }

    /** Gives the rows of these steps other times and commands; answers those of which there is no row any more. */
    Set<StepId> replace(List<Row> rows) {
        int[] counts = each(
                "update process_step set version = version + 1, due_at = ?, command = ?, revision = ?, payload = ?,"
                        + " metadata = ?, failures = 0 where step = ?",
                rows,
                (statement, row) -> {
                    SerializedObject<String> stored = json.write(row.command());
                    statement.setTimestamp(1, Timestamp.from(row.dueAt()));
                    statement.setString(2, stored.getType().getName());
                    statement.setString(3, stored.getType().getRevision());
                    statement.setString(4, stored.getData());
                    statement.setString(5, json.write(row.cause()));
                    statement.setString(6, row.step().text());
                });
        return IntStream.range(0, rows.size())
                .filter(n -> counts[n] == 0)
                .mapToObj(n -> rows.get(n).step())
                .collect(Collectors.toSet());
    }

    void delete(List<StepId> steps) {
        if (!steps.isEmpty()) {
            jdbc.sql("delete from process_step where step = any(?)")
                    .param(texts(steps))
                    .update();
        }
    }

    /** The step of {@code subject} that may be sent now. */
    Optional<WaitingStep> next(String subject, Instant now) {
        return first(subject).filter(step -> !step.dueAt().isAfter(now));
    }

    /** When {@code subject} has its next step that may be sent; empty where none waits. */
    Optional<Instant> nextDue(String subject) {
        return first(subject).map(WaitingStep::dueAt);
    }

    /** The same of several, by subject. */
    Map<String, Instant> nextDue(Collection<String> subjects) {
        Map<String, Instant> found = new HashMap<>();
        jdbc.sql("select s.subject, min(s.due_at) from process_step s where s.subject = any(?) and (s.queued = false"
                        + " or s.seq = (select min(head.seq) from process_step head where head.subject = s.subject"
                        + " and head.queued = true)) group by s.subject")
                .param(subjects.toArray(String[]::new))
                .query(row -> {
                    found.put(row.getString(1), row.getTimestamp(2).toInstant());
                });
        return found;
    }

    /** Of the head of the queue and those beside it the one that is due first. */
    Optional<WaitingStep> first(String subject) {
        return jdbc.sql("select " + COLUMNS + " from process_step where subject = ? and (queued = false or seq ="
                        + " (select min(head.seq) from process_step head where head.subject = ? and head.queued = true))"
                        + " order by due_at, queued desc, seq fetch first 1 row only")
                .params(subject, subject)
                .query(StepTable::row)
                .optional();
    }

    /** Removes the row that was tried; false where it is another by now, or none. */
    boolean done(WaitingStep step) {
        return jdbc.sql("delete from process_step where step = ? and seq = ? and version = ?")
                        .params(step.text(), step.seq(), step.version())
                        .update()
                > 0;
    }

    /** Has the row that was tried wait again; false where it is another by now, or none. */
    boolean again(WaitingStep step, Again again) {
        return jdbc.sql(
                                "update process_step set version = version + 1, due_at = ?, queued = ?, failures = ?, stuck = ?,"
                                        + " code = ?, detail = ? where step = ? and seq = ? and version = ?")
                        .param(Timestamp.from(clock.instant().plus(again.delay())))
                        .param(again.queued())
                        .param(again.failures())
                        .param(again.stuck())
                        .param(again.why().code())
                        .param(storable(again.why().detail()))
                        .param(step.text())
                        .param(step.seq())
                        .param(step.version())
                        .update()
                > 0;
    }

    /**
     * Subjects of which a step may be sent now and that nobody is at work on or is going to be, each with the time
     * since when: their process was killed before it woke anybody.
     */
    Map<String, Instant> stranded(Instant now) {
        Map<String, Instant> found = new LinkedHashMap<>();
        Timestamp until = Timestamp.from(now);
        jdbc.sql("select s.subject, s.due_at from"
                        + " (select subject, due_at, queued, seq from process_step where stuck = false and due_at <= ?"
                        + " union all"
                        + " select subject, due_at, queued, seq from process_step where stuck = true and due_at <= ?) s"
                        + " where (s.queued = false or not exists (select 1 from process_step h"
                        + " where h.subject = s.subject and h.queued = true and h.seq < s.seq))"
                        + " and not exists (select 1 from scheduled_tasks t where t.task_name = ?"
                        + " and t.task_instance = s.subject and (t.picked = true or t.execution_time <= ?))")
                .params(until, until, StepRunner.TASK, until)
                .query(row -> {
                    found.merge(
                            row.getString(1),
                            row.getTimestamp(2).toInstant(),
                            (one, other) -> one.isBefore(other) ? one : other);
                });
        return found;
    }

    private int[] each(String sql, List<Row> rows, ParameterizedPreparedStatementSetter<Row> values) {
        return rows.isEmpty() ? new int[0] : batches.batchUpdate(sql, rows, rows.size(), values)[0];
    }

    private static String[] texts(Collection<StepId> steps) {
        return steps.stream().map(StepId::text).toArray(String[]::new);
    }

    private static WaitingStep row(ResultSet row, int n) throws SQLException {
        return new WaitingStep(
                row.getString(1),
                row.getLong(2),
                row.getInt(3),
                row.getString(4),
                Answer.valueOf(row.getString(5)),
                row.getBoolean(6),
                row.getTimestamp(7).toInstant(),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getString(11),
                row.getInt(12),
                row.getBoolean(13));
    }

    /** Not every database can keep every character. */
    private static String storable(String detail) {
        String clean = detail.replaceAll("\\p{Cntrl}", " ");
        return clean.length() > MAX_DETAIL ? clean.substring(0, MAX_DETAIL) : clean;
    }
}
