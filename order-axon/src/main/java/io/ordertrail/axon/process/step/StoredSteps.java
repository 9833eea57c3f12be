package io.ordertrail.axon.process.step;

import io.ordertrail.axon.message.LocalCommands;
import io.ordertrail.axon.process.step.StepBatch.Change;
import io.ordertrail.axon.process.step.StepBatch.Deadline;
import io.ordertrail.axon.process.step.WaitingStep.Answer;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        change(new Change(step, new Deadline(when, Answer.ANY, command, Cause.present())));
    }

    @Override
    public void insistAt(StepId step, Instant when, Object command) {
        change(new Change(step, new Deadline(when, Answer.ACCEPTED, command, Cause.present())));
    }

    @Override
    public void cancel(StepId step) {
        change(new Change(step, null));
    }

    private void change(Change change) {
        mustBeInTransaction();
        StepBatch batch = batch();
        if (batch == null) {
            change(List.of(change));
        } else {
            batch.change(change);
        }
    }

    @Override
    public void change(List<Change> changes) {
        Map<StepId, Change> last = new LinkedHashMap<>();
        changes.forEach(change -> last.put(change.id(), change));
        Set<String> stored = table.stored(last.keySet());
        Map<Boolean, List<Change>> parts = last.values().stream()
                .filter(change ->
                        change.at() != null || stored.contains(change.id().text()))
                .collect(Collectors.partitioningBy(change -> change.at() != null));
        List<Change> cancelled = Objects.requireNonNull(parts.get(false));
        List<StepTable.Row> set = Objects.requireNonNull(parts.get(true)).stream()
                .map(change -> row(change.id(), Objects.requireNonNull(change.at())))
                .toList();
        table.delete(cancelled.stream().map(Change::id).toList());
        Set<StepId> gone = table.replace(
                set.stream().filter(row -> stored.contains(row.step().text())).toList());
        write(set.stream()
                .filter(row ->
                        gone.contains(row.step()) || !stored.contains(row.step().text()))
                .toList());
        Stream.concat(cancelled.stream().map(Change::id), set.stream().map(StepTable.Row::step))
                .forEach(step -> waker.arrangeBeforeCommit(step.subject()));
        Instant now = clock.instant();
        set.stream()
                .filter(row -> !row.dueAt().isAfter(now))
                .forEach(row -> waker.wakeAfterCommit(row.step().subject(), row.dueAt()));
    }

    private static StepTable.Row row(StepId step, Deadline at) {
        return new StepTable.Row(step, at.answer(), false, at.when(), at.command(), at.cause());
    }

    @Override
    public Set<String> waiting(Set<String> subjects) {
        return table.waiting(subjects);
    }

    @Override
    public void keep(StepBatch.Sent step) {
        if (!table.isWaiting(step.id())) {
            Instant now = clock.instant();
            write(List.of(new StepTable.Row(step.id(), step.answer(), true, now, step.command(), step.cause())));
            waker.wakeAfterCommit(step.id().subject(), now);
        }
    }

    /** Null outside of a batch of events. */
    private @Nullable StepBatch batch() {
        return CurrentUnitOfWork.isStarted() ? StepBatch.present(commands.get(), inFlight, this) : null;
    }

    /** That another process was faster is not the fault of the event that is being processed. */
    private void write(List<StepTable.Row> rows) {
        try {
            table.insert(rows);
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
