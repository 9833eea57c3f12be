package io.ordertrail.axon.process.step;

import io.ordertrail.axon.process.step.Next.Again;
import io.ordertrail.axon.process.step.WaitingStep.Answer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.axonframework.serialization.SerializedObject;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The steps that wait, as rows. */
final class StepTable {

    private static final int MAX_DETAIL = 1000;
    private static final String COLUMNS =
            "step, seq, version, subject, answer, queued, due_at, command, revision, payload,"
                    + " metadata, failures, stuck";

    private final JdbcClient jdbc;
    private final StepJson json;
    private final Clock clock;

    StepTable(JdbcClient jdbc, StepJson json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

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

    /** Writes a row for {@code step}, which has none. */
    void insert(StepId step, Answer answer, boolean queued, Instant dueAt, Object command, Map<String, String> cause) {
        SerializedObject<String> stored = json.write(command);
        jdbc.sql("insert into process_step (step, version, subject, process, answer, queued, due_at, command, revision,"
                        + " payload, metadata, failures, stuck, created_at)"
                        + " values (?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, false, ?)")
                .param(step.text())
                .param(step.subject())
                .param(step.process())
                .param(answer.name())
                .param(queued)
                .param(Timestamp.from(dueAt))
                .param(stored.getType().getName())
                .param(stored.getType().getRevision())
                .param(stored.getData())
                .param(json.write(cause))
                .param(Timestamp.from(clock.instant()))
                .update();
    }

    /** Gives the row of {@code step} another time and command; false where there is none. */
    boolean replace(StepId step, Instant dueAt, Object command, Map<String, String> cause) {
        SerializedObject<String> stored = json.write(command);
        return jdbc.sql(
                                "update process_step set version = version + 1, due_at = ?, command = ?, revision = ?, payload = ?,"
                                        + " metadata = ?, failures = 0 where step = ?")
                        .param(Timestamp.from(dueAt))
                        .param(stored.getType().getName())
                        .param(stored.getType().getRevision())
                        .param(stored.getData())
                        .param(json.write(cause))
                        .param(step.text())
                        .update()
                > 0;
    }

    /** Whether there was a row. */
    boolean delete(StepId step) {
        return jdbc.sql("delete from process_step where step = ?")
                        .param(step.text())
                        .update()
                > 0;
    }

    /** The step of {@code subject} that may be sent now. */
    Optional<WaitingStep> next(String subject, Instant now) {
        return first(subject).filter(step -> !step.dueAt().isAfter(now));
    }

    /** When {@code subject} has its next step that may be sent; empty where none waits. */
    Optional<Instant> nextDue(String subject) {
        return first(subject).map(WaitingStep::dueAt);
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
        jdbc.sql("select s.subject, s.due_at from process_step s where s.due_at <= ?"
                        + " and (s.queued = false or not exists (select 1 from process_step h"
                        + " where h.subject = s.subject and h.queued = true and h.seq < s.seq))"
                        + " and not exists (select 1 from scheduled_tasks t where t.task_name = ?"
                        + " and t.task_instance = s.subject and (t.picked = true or t.execution_time <= ?))")
                .params(Timestamp.from(now), StepRunner.TASK, Timestamp.from(now))
                .query(row -> {
                    found.merge(
                            row.getString(1),
                            row.getTimestamp(2).toInstant(),
                            (one, other) -> one.isBefore(other) ? one : other);
                });
        return found;
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
