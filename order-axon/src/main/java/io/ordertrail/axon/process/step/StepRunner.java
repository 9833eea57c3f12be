package io.ordertrail.axon.process.step;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.ordertrail.axon.failure.AxonServerFault;
import io.ordertrail.axon.process.step.Next.Again;
import io.ordertrail.axon.process.step.Outcome.Unreadable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the steps of a subject that are due, one after the other. Outside any transaction of the process that sent
 * them; the row of each goes, or waits again, in the transaction that tells what became of it.
 */
final class StepRunner {

    /** The name of the task. Its instances are named after subjects. */
    static final String TASK = "steps";

    /** Then other subjects have their turn. */
    private static final int STEPS_A_TURN = 100;

    /** Until the Axon Server is looked for again. */
    private static final Duration SERVER_AWAY = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(StepRunner.class);

    private final StepTable table;
    private final StepJson json;
    private final Sender sender;
    private final OutcomePublisher publisher;
    private final BackOff backOff;
    private final Clock clock;
    private final InFlight inFlight;
    private final Supplier<Waker> waker;

    StepRunner(
            StepTable table,
            StepJson json,
            Sender sender,
            OutcomePublisher publisher,
            BackOff backOff,
            Clock clock,
            InFlight inFlight,
            Supplier<Waker> waker) {
        this.table = table;
        this.json = json;
        this.sender = sender;
        this.publisher = publisher;
        this.backOff = backOff;
        this.clock = clock;
        this.inFlight = inFlight;
        this.waker = waker;
    }

    CustomTask<Void> task() {
        return Tasks.custom(TASK, Void.class)
                .onFailure(this::tryLater)
                .onDeadExecutionRevive()
                .execute((instance, context) -> run(instance.getId()));
    }

    private CompletionHandler<Void> run(String subject) {
        Turn turn = new Turn(subject);
        boolean goesOn = true;
        try {
            for (int sent = 0; goesOn && sent < STEPS_A_TURN; sent++) {
                goesOn = inFlight.unlessStopped(turn::sendNext);
            }
        } catch (RuntimeException e) {
            if (!AxonServerFault.isAway(e)) {
                throw e;
            }
            // No step has changed. It is away for all subjects alike, so a line in the log for each tells nothing.
            LOG.debug("The steps of {} wait for the Axon Server", subject, e);
            return (completed, task) ->
                    task.reschedule(completed, clock.instant().plus(SERVER_AWAY));
        }
        return (completed, task) -> end(turn, completed, task);
    }

    /** What is sent for a subject until nothing more is due. */
    private final class Turn {

        private final String subject;

        /** When its next step is due, as far as was seen; empty where none waits. */
        private Optional<Instant> next;

        private Turn(String subject) {
            this.subject = subject;
            this.next = Optional.of(clock.instant());
        }

        private boolean sendNext() {
            Optional<WaitingStep> first = table.first(subject);
            next = first.map(WaitingStep::dueAt);
            Optional<WaitingStep> due = first.filter(step -> !step.dueAt().isAfter(clock.instant()));
            due.ifPresent(StepRunner.this::send);
            return due.isPresent();
        }
    }

    /** One try of {@code step}, as it was read from its row. */
    WaitingStep send(WaitingStep step) {
        Optional<StepId> id = idOf(step);
        if (id.isEmpty()) {
            table.again(
                    step, new Again(backOff.longest(), false, true, step.failures() + 1, new Unreadable(), List.of()));
            return step;
        }
        Outcome outcome = sender.send(id.get(), step);
        Next next = Next.after(outcome, id.get(), step, backOff, clock.instant());
        BooleanSupplier change = () -> next instanceof Again again ? table.again(step, again) : table.done(step);
        publisher.tell(id.get(), outcome instanceof Unreadable ? Map.of() : json.cause(step), next.told(), change);
        return step;
    }

    /** A name that this release does not write names nothing that could be told of. */
    private static Optional<StepId> idOf(WaitingStep step) {
        try {
            return Optional.of(StepId.parse(step.text()));
        } catch (IllegalArgumentException e) {
            LOG.warn("The name of a step cannot be read: {}", step.text(), e);
            return Optional.empty();
        }
    }

    /** What was written while the task ended found it still there: it must look again (see {@link Waker}). */
    private void end(Turn turn, ExecutionComplete completed, ExecutionOperations<Void> task) {
        turn.next.ifPresentOrElse(due -> task.reschedule(completed, due), task::stop);
        table.nextDue(turn.subject)
                .filter(due -> turn.next.isEmpty() || due.isBefore(turn.next.get()))
                .ifPresent(due -> waker.get().wake(turn.subject, due));
    }

    /** The database was away, or the like: no step has changed. */
    private void tryLater(ExecutionComplete completed, ExecutionOperations<Void> task) {
        LOG.warn(
                "The steps of {} could not be sent; they are tried again",
                completed.getExecution().taskInstance.getId(),
                completed.getCause().orElse(null));
        Duration wait = backOff.after(completed.getExecution().consecutiveFailures + 1);
        task.reschedule(completed, clock.instant().plus(wait));
    }
}
