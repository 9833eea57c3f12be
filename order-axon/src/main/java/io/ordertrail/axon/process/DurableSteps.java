package io.ordertrail.axon.process;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import io.ordertrail.axon.process.WaitingStep.Answer;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Steps as rows of db-scheduler's table, whose data source takes part in the present transaction. It looks before it inserts:
 * a step that is there already breaks no transaction. Where two processes insert the same at once, one of them is rolled back,
 * and its event is delivered again.
 */
final class DurableSteps implements Steps {

    private static final Logger LOG = LoggerFactory.getLogger(DurableSteps.class);

    private final Scheduler scheduler;
    private final StepJson json;
    private final Clock clock;

    DurableSteps(Scheduler scheduler, StepJson json, Clock clock) {
        this.scheduler = scheduler;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public void send(StepId step, Object command) {
        mustBeInTransaction();
        scheduler.scheduleIfNotExists(row(step, Answer.ANY, command), clock.instant());
        lookAfterCommit();
    }

    /** One that is being sent at this moment cannot be moved: the transaction fails and is tried again when it is over. */
    @Override
    public void sendAt(StepId step, Instant when, Object command) {
        mustBeInTransaction();
        if (!scheduler.schedule(row(step, Answer.ANY, command), when, ScheduleOptions.WHEN_EXISTS_RESCHEDULE)) {
            throw new TaskInstanceCurrentlyExecutingException(StepRunner.TASK, step.text());
        }
        if (!when.isAfter(clock.instant())) {
            lookAfterCommit();
        }
    }

    @Override
    public void compensate(StepId step, Object command) {
        mustBeInTransaction();
        scheduler.scheduleIfNotExists(row(step, Answer.ACCEPTED, command), clock.instant());
        lookAfterCommit();
    }

    @Override
    public void cancel(StepId step) {
        mustBeInTransaction();
        try {
            scheduler.cancel(TaskInstanceId.of(StepRunner.TASK, step.text()));
        } catch (TaskInstanceNotFoundException | TaskInstanceCurrentlyExecutingException e) {
            LOG.debug("Step {} was sent already", step, e);
        }
    }

    private TaskInstance<StepRow> row(StepId step, Answer answer, Object command) {
        return new TaskInstance<>(
                StepRunner.TASK, step.text(), json.write(json.waiting(answer, command, Cause.present())));
    }

    private static void mustBeInTransaction() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A step is sent in the transaction of what it follows from; there is none");
        }
    }

    /** Before the commit the row is not there to be seen, and db-scheduler would find it a polling interval later. */
    private void lookAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                scheduler.triggerCheckForDueExecutions();
            }
        });
    }
}
