package io.ordertrail.axon.process.step;

import io.ordertrail.axon.message.LocalCommands;
import io.ordertrail.axon.process.step.WaitingStep.Answer;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Steps as rows of the present transaction; in a batch of events, of those only that have to wait ({@link StepBatch}).
 * It looks before it inserts: a step that is there already breaks no transaction. Where two processes insert the same
 * at once, one of them is rolled back, and its event is delivered again.
 */
final class StoredSteps implements StepOutbox, StepBatch.Outbox {

    private final StepTable table;
    private final Waker waker;
    private final Clock clock;
    private final InFlight inFlight;
    private final Supplier<@Nullable LocalCommands> commands;

    /** @param commands handles commands in this process; null where steps are sent from their rows only */
    StoredSteps(
            StepTable table, Waker waker, Clock clock, InFlight inFlight, Supplier<@Nullable LocalCommands> commands) {
        this.table = table;
        this.waker = waker;
        this.clock = clock;
        this.inFlight = inFlight;
        this.commands = commands;
    }

    @Override
    public void send(StepId step, Object command) {
        send(step, Answer.ANY, command);
    }

    @Override
    public void insist(StepId step, Object command) {
        send(step, Answer.ACCEPTED, command);
    }

    private void send(StepId step, Answer answer, Object command) {
        mustBeInTransaction();
        StepBatch.Sent sent = new StepBatch.Sent(step, answer, command, Cause.present());
        StepBatch batch = batch();
        if (batch == null) {
            keep(sent);
        } else {
            batch.send(sent);
        }
    }

    @Override
    public void sendAt(StepId step, Instant when, Object command) {
        Map<String, String> cause = Cause.present();
        change(() -> {
            if (!table.replace(step, when, command, cause)) {
                write(() -> table.insert(step, Answer.ANY, false, when, command, cause));
            }
            waker.arrangeBeforeCommit(step.subject());
            if (!when.isAfter(clock.instant())) {
                waker.wakeAfterCommit(step.subject(), when);
            }
        });
    }

    @Override
    public void cancel(StepId step) {
        change(() -> {
            if (table.delete(step)) {
                waker.arrangeBeforeCommit(step.subject());
            }
        });
    }

    private void change(Runnable change) {
        mustBeInTransaction();
        StepBatch batch = batch();
        if (batch == null) {
            change.run();
        } else {
            batch.change(change);
        }
    }

    @Override
    public Set<String> waiting(Set<String> subjects) {
        return table.waiting(subjects);
    }

    @Override
    public void keep(StepBatch.Sent step) {
        if (!table.isWaiting(step.id())) {
            Instant now = clock.instant();
            write(() -> table.insert(step.id(), step.answer(), true, now, step.command(), step.cause()));
            waker.wakeAfterCommit(step.id().subject(), now);
        }
    }

    /** Null outside of a batch of events. */
    private @Nullable StepBatch batch() {
        return CurrentUnitOfWork.isStarted() ? StepBatch.present(commands.get(), inFlight, this) : null;
    }

    /** That another process was faster is not the fault of the event that is being processed. */
    private static void write(Runnable insert) {
        try {
            insert.run();
        } catch (DuplicateKeyException e) {
            throw new OptimisticLockingFailureException("Another process wrote the same step", e);
        }
    }

    private static void mustBeInTransaction() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A step is sent in the transaction of what it follows from; there is none");
        }
    }
}
