package io.ordertrail.axon.process;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.ordertrail.api.process.ProcessEvent;
import io.ordertrail.axon.process.Next.Again;
import io.ordertrail.axon.process.Outcome.Failed;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries the steps that are due and does what follows. Outside any transaction of the process that sent them; its row goes, or
 * waits again, in the transaction that tells what became of it.
 */
final class StepRunner {

    /** The name of all steps' task. */
    static final String TASK = "step";

    private static final Logger LOG = LoggerFactory.getLogger(StepRunner.class);

    private final StepJson json;
    private final Sending sending;
    private final Telling telling;
    private final BackOff backOff;
    private final Clock clock;

    StepRunner(StepJson json, Sending sending, Telling telling, BackOff backOff, Clock clock) {
        this.json = json;
        this.sending = sending;
        this.telling = telling;
        this.backOff = backOff;
        this.clock = clock;
    }

    CustomTask<StepRow> task() {
        return Tasks.custom(TASK, StepRow.class)
                .onFailure(this::onUnreadable)
                .onDeadExecutionRevive()
                .execute((instance, context) -> run(instance));
    }

    private CompletionHandler<StepRow> run(TaskInstance<StepRow> instance) {
        StepId id = StepId.parse(instance.getId());
        WaitingStep step = json.read(instance.getData());
        Outcome outcome = sending.send(id, step);
        return (completed, row) -> {
            Next next = Next.after(outcome, id, step, failures(completed), backOff, clock.instant());
            try {
                tell(id, step.metaData(), next.told(), () -> settle(next, completed, row));
            } catch (RuntimeException e) {
                LOG.warn("What became of step {} could not be stored; it is tried again", id, e);
                row.reschedule(failure(completed), clock.instant().plus(backOff.after(failures(completed))));
            }
        };
    }

    private void tell(StepId id, Map<String, String> cause, List<ProcessEvent> told, Runnable change) {
        if (told.isEmpty()) {
            change.run();
            return;
        }
        int last = told.size() - 1;
        told.subList(0, last).forEach(event -> telling.once(id, cause, event, () -> {}));
        telling.once(id, cause, told.get(last), change);
    }

    private void settle(Next next, ExecutionComplete completed, ExecutionOperations<StepRow> row) {
        if (next instanceof Again again) {
            row.reschedule(failure(completed), clock.instant().plus(again.delay()), json.write(again.step()));
        } else {
            row.stop();
        }
    }

    /** The row is not what this release writes. A later one may know it, so it is kept, and out of the way of others. */
    private void onUnreadable(ExecutionComplete completed, ExecutionOperations<StepRow> row) {
        Runnable later = () -> row.reschedule(completed, clock.instant().plus(backOff.after(failures(completed))));
        if (failures(completed) != backOff.stuckAfter()) {
            later.run();
            return;
        }
        String instance = completed.getExecution().taskInstance.getId();
        try {
            StepId id = StepId.parse(instance);
            Failed why = new Failed("UNREADABLE_STEP", "What was to be sent cannot be read; the log has more");
            telling.once(id, Map.of(), Next.stuck(id, why, clock.instant()), later);
        } catch (RuntimeException e) {
            LOG.warn("That step {} cannot be read could not be stored", instance, e);
            later.run();
        }
    }

    private static int failures(ExecutionComplete completed) {
        return completed.getExecution().consecutiveFailures + 1;
    }

    /** db-scheduler forgets how often a task has failed where its end is not called a failure. */
    private static ExecutionComplete failure(ExecutionComplete completed) {
        return ExecutionComplete.failure(
                completed.getExecution(),
                completed.getTimeDone().minus(completed.getDuration()),
                completed.getTimeDone(),
                null);
    }
}
