package io.ordertrail.axon.process.step;

import io.ordertrail.axon.process.step.WaitingStep.Answer;
import java.time.Clock;
import java.time.Instant;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Steps as rows of the present transaction. It looks before it inserts: a step that is there already breaks no
 * transaction. Where two processes insert the same at once, one of them is rolled back, and its event is delivered
 * again.
 */
final class StoredSteps implements StepOutbox {

    private final StepTable table;
    private final Waker waker;
    private final Clock clock;

    StoredSteps(StepTable table, Waker waker, Clock clock) {
        this.table = table;
        this.waker = waker;
        this.clock = clock;
    }

    @Override
    public void send(StepId step, Object command) {
        insert(step, Answer.ANY, command);
    }

    @Override
    public void insist(StepId step, Object command) {
        insert(step, Answer.ACCEPTED, command);
    }

    @Override
    public void sendAt(StepId step, Instant when, Object command) {
        mustBeInTransaction();
        if (table.replace(step, when, command, Cause.present())) {
            waker.putOffBeforeCommit(step.subject());
        } else {
            write(() -> table.insert(step, Answer.ANY, false, when, command, Cause.present()));
        }
        waker.wakeAfterCommit(step.subject(), when);
    }

    @Override
    public void cancel(StepId step) {
        mustBeInTransaction();
        if (table.delete(step)) {
            waker.putOffBeforeCommit(step.subject());
        }
    }

    private void insert(StepId step, Answer answer, Object command) {
        mustBeInTransaction();
        if (!table.isWaiting(step)) {
            Instant now = clock.instant();
            write(() -> table.insert(step, answer, true, now, command, Cause.present()));
            waker.wakeAfterCommit(step.subject(), now);
        }
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
