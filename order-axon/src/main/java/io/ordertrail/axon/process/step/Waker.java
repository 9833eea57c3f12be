package io.ordertrail.axon.process.step;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.JdbcTemplate;
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
    private final StepTasks tasks;
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
    Waker(Supplier<Scheduler> scheduler, JdbcTemplate jdbc, StepTable table, Clock clock, Duration look) {
        this.scheduler = scheduler;
        this.tasks = new StepTasks(scheduler, jdbc, clock);
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
        TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Arrangement.class::isInstance)
                .map(Arrangement.class::cast)
                .findFirst()
                .orElseGet(() -> {
                    Arrangement arrangement = new Arrangement();
                    TransactionSynchronizationManager.registerSynchronization(arrangement);
                    return arrangement;
                })
                .subjects
                .add(subject);
    }

    /** However many steps change in a transaction, their tasks are arranged once, and together. */
    private final class Arrangement implements TransactionSynchronization {

        private final Set<String> subjects = new TreeSet<>();

        @Override
        public void beforeCommit(boolean readOnly) {
            tasks.arrange(subjects, table.nextDue(subjects), Waker.this::wakeAfterCommit);
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
                tasks.ensure(each.getKey(), each.getValue());
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

    /** Ends what it is at in peace: an interrupted thread would close the H2 file for all. */
    @Override
    public void destroy() throws InterruptedException {
        thread.shutdown();
        if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            LOG.warn("The waker of steps has not ended after {} s", PATIENCE_SECONDS);
        }
    }
}
