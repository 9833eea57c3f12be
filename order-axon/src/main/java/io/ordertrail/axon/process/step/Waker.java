package io.ordertrail.axon.process.step;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Sees to it that somebody sends what waits: each subject with steps has a task of db-scheduler, due when its next step
 * is. For a step of a later time it is written in the transaction of the step. For one that is to be sent now it is
 * written after the commit, by a thread of its own; where a process is killed in between, the steps are found at the
 * next start or by the next look of any node.
 *
 * <p>Nothing is lost between one who writes a step and a task that ends: the writer looks for the task after the step
 * is committed, and the task looks for steps again after it has ended.
 */
final class Waker implements SmartInitializingSingleton, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Waker.class);
    private static final long PATIENCE_SECONDS = 10;

    private final Supplier<Scheduler> scheduler;
    private final JdbcClient jdbc;
    private final StepTable table;
    private final Clock clock;
    private final Duration look;
    private final Map<String, Instant> asked = new TreeMap<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread named = new Thread(work, "steps-waker");
        named.setDaemon(true);
        return named;
    });

    /** @param look how often it looks for steps that nobody is going to send */
    Waker(Supplier<Scheduler> scheduler, JdbcClient jdbc, StepTable table, Clock clock, Duration look) {
        this.scheduler = scheduler;
        this.jdbc = jdbc;
        this.table = table;
        this.clock = clock;
        this.look = look;
    }

    @Override
    public void afterSingletonsInstantiated() {
        thread.scheduleWithFixedDelay(this::lookForStranded, 0, look.toMillis(), TimeUnit.MILLISECONDS);
    }

    void wakeAfterCommit(String subject, Instant due) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wake(subject, due);
            }
        });
    }

    /** Has the steps of {@code subject} sent at {@code due}, if nobody is going to do so sooner. */
    void wake(String subject, Instant due) {
        synchronized (asked) {
            asked.merge(subject, due, (one, other) -> one.isBefore(other) ? one : other);
        }
        try {
            thread.execute(this::answer);
        } catch (RejectedExecutionException e) {
            LOG.debug("The node stops; {} is found when one starts", subject, e);
        }
    }

    /**
     * Has the task of {@code subject} run at the time of its next step, in the present transaction. A task that stays
     * at the time of a step that was cancelled would find nothing to send, and move itself: two commits for each order.
     */
    void arrangeBeforeCommit(String subject) {
        TransactionSynchronizationManager.registerSynchronization(new Arrangement(this, subject));
    }

    /** A record: however many steps of a subject change in a transaction, its task is arranged once. */
    private record Arrangement(Waker waker, String subject) implements TransactionSynchronization {

        @Override
        public void beforeCommit(boolean readOnly) {
            waker.arrange(subject);
        }
    }

    private void arrange(String subject) {
        Optional<Instant> next = table.nextDue(subject);
        Optional<Task> task = jdbc.sql(
                        "select execution_time, picked from scheduled_tasks where task_name = ? and task_instance = ?")
                .params(StepRunner.TASK, subject)
                .query((row, n) -> new Task(row.getTimestamp(1).toInstant(), row.getBoolean(2)))
                .optional();
        if (task.isEmpty()) {
            next.ifPresent(
                    due -> scheduler.get().scheduleIfNotExists(new TaskInstance<>(StepRunner.TASK, subject), due));
        } else if (task.get().picked()) {
            // It looks for steps when it ends, and may do so before this transaction has committed.
            next.ifPresent(due -> wakeAfterCommit(subject, due));
        } else {
            move(subject, task.get(), next);
        }
    }

    private record Task(Instant time, boolean picked) {}

    /** A task that is due may be there for a step of another transaction: it is left alone. */
    private void move(String subject, Task task, Optional<Instant> next) {
        if (task.time().isAfter(clock.instant()) && !next.equals(Optional.of(task.time()))) {
            next.map(Timestamp::from)
                    .ifPresentOrElse(
                            due -> jdbc.sql("update scheduled_tasks set execution_time = ?, version = version + 1"
                                            + " where task_name = ? and task_instance = ? and picked = false")
                                    .params(due, StepRunner.TASK, subject)
                                    .update(),
                            () -> jdbc.sql("delete from scheduled_tasks where task_name = ? and task_instance = ?"
                                            + " and picked = false")
                                    .params(StepRunner.TASK, subject)
                                    .update());
        }
    }

    private void answer() {
        Map<String, Instant> now;
        synchronized (asked) {
            now = new TreeMap<>(asked);
            asked.clear();
        }
        ensure(now);
    }

    private void lookForStranded() {
        try {
            ensure(table.stranded(clock.instant()));
        } catch (RuntimeException e) {
            LOG.warn("Could not look for steps without a sender; the next look is in {}", look, e);
        }
    }

    private void ensure(Map<String, Instant> subjects) {
        boolean due = false;
        for (Map.Entry<String, Instant> each : subjects.entrySet()) {
            try {
                ensure(each.getKey(), each.getValue());
                due |= !each.getValue().isAfter(clock.instant());
            } catch (RuntimeException e) {
                LOG.warn(
                        "The sender of the steps of {} could not be woken; it finds them within {}",
                        each.getKey(),
                        look,
                        e);
            }
        }
        if (due) {
            scheduler.get().triggerCheckForDueExecutions();
        }
    }

    /** A task that is at work looks for itself when it ends. */
    private void ensure(String subject, Instant due) {
        if (!scheduler.get().scheduleIfNotExists(new TaskInstance<>(StepRunner.TASK, subject), due)) {
            jdbc.sql("update scheduled_tasks set execution_time = ?, version = version + 1 where task_name = ?"
                            + " and task_instance = ? and picked = false and execution_time > ?")
                    .params(Timestamp.from(due), StepRunner.TASK, subject, Timestamp.from(due))
                    .update();
        }
    }

    /** Ends what it is at in peace: an interrupted thread would close the H2 file for all. */
    @Override
    public void destroy() throws InterruptedException {
        thread.shutdown();
        if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("The waker of steps has not ended after {} s", PATIENCE_SECONDS);
        }
    }
}
