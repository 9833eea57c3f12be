package io.ordertrail.axon.process.step;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.exceptions.FailedToScheduleBatchException;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The tasks of db-scheduler that send what waits: a subject with steps has one, by its name, due when its next step is.
 */
final class StepTasks {

    /** A join: of {@code = any(?)} behind another column H2 makes no use of the index, and reads all tasks. */
    static final String FIND =
            "select task_instance, execution_time, picked from unnest(cast(? as varchar array)) as wanted (subject)"
                    + " join scheduled_tasks on task_name = ? and task_instance = wanted.subject";

    private final Supplier<Scheduler> scheduler;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    StepTasks(Supplier<Scheduler> scheduler, JdbcTemplate jdbc, Clock clock) {
        this.scheduler = scheduler;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Task(Instant time, boolean picked) {}

    private record Move(String subject, Instant time) {}

    /**
     * Has the tasks of {@code subjects} run when their next steps are due, in the present transaction.
     *
     * @param next when that is; a subject without steps is not in it
     * @param wake looks for the steps of a subject after the commit: its task is at work, and may have looked before
     */
    void arrange(Set<String> subjects, Map<String, Instant> next, BiConsumer<String, Instant> wake) {
        Map<String, Task> tasks = tasks(subjects);
        List<SchedulableInstance<?>> added = new ArrayList<>();
        List<Move> moved = new ArrayList<>();
        List<String> ended = new ArrayList<>();
        for (String subject : subjects) {
            Instant due = next.get(subject);
            Task task = tasks.get(subject);
            if (task == null && due != null) {
                added.add(SchedulableInstance.of(new TaskInstance<>(StepRunner.TASK, subject), due));
            } else if (task != null && task.picked() && due != null) {
                wake.accept(subject, due);
            } else if (task != null && mayMove(task)) {
                if (due == null) {
                    ended.add(subject);
                } else if (!due.equals(task.time())) {
                    moved.add(new Move(subject, due));
                }
            }
        }
        add(added);
        move(moved);
        end(ended);
    }

    /** Has the task of {@code subject} run at {@code due}, if not sooner. One that is at work looks when it ends. */
    void ensure(String subject, Instant due) {
        if (!scheduler.get().scheduleIfNotExists(new TaskInstance<>(StepRunner.TASK, subject), due)) {
            jdbc.update(
                    "update scheduled_tasks set execution_time = ?, version = version + 1 where task_name = ?"
                            + " and task_instance = ? and picked = false and execution_time > ?",
                    Timestamp.from(due),
                    StepRunner.TASK,
                    subject,
                    Timestamp.from(due));
        }
    }

    /** A task that is due may be there for a step of another transaction: it is left alone. */
    private boolean mayMove(Task task) {
        return !task.picked() && task.time().isAfter(clock.instant());
    }

    private Map<String, Task> tasks(Set<String> subjects) {
        Map<String, Task> found = new HashMap<>();
        jdbc.query(
                FIND,
                row -> {
                    found.put(row.getString(1), new Task(row.getTimestamp(2).toInstant(), row.getBoolean(3)));
                },
                subjects.toArray(String[]::new),
                StepRunner.TASK);
        return found;
    }

    private void add(List<SchedulableInstance<?>> tasks) {
        if (tasks.isEmpty()) {
            return;
        }
        try {
            scheduler.get().scheduleBatch(tasks);
        } catch (FailedToScheduleBatchException e) {
            throw new OptimisticLockingFailureException("Another process has written a task of the same subject", e);
        }
    }

    private void move(List<Move> moves) {
        each(
                "update scheduled_tasks set execution_time = ?, version = version + 1"
                        + " where task_name = ? and task_instance = ? and picked = false",
                moves,
                move -> new Object[] {Timestamp.from(move.time()), StepRunner.TASK, move.subject()});
    }

    private void end(List<String> subjects) {
        each(
                "delete from scheduled_tasks where task_name = ? and task_instance = ? and picked = false",
                subjects,
                subject -> new Object[] {StepRunner.TASK, subject});
    }

    private <T> void each(String sql, List<T> rows, Function<T, Object[]> values) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(sql, rows.stream().map(values).toList());
        }
    }
}
