package io.ordertrail.axon.process.parked;

import io.ordertrail.api.Contract;
import io.ordertrail.api.deadletter.DeadLetter;
import io.ordertrail.api.deadletter.DeadLetterInspection;
import io.ordertrail.api.deadletter.DeadLetterInspection.Row;
import io.ordertrail.api.deadletter.DeadLetterRetry;
import io.ordertrail.api.process.StepPage;
import io.ordertrail.axon.deadletter.RowDifference;
import io.ordertrail.axon.deadletter.StoredPayload;
import io.ordertrail.axon.failure.FailureClassifier;
import io.ordertrail.axon.failure.UnprocessableEvent;
import io.ordertrail.axon.process.step.StepBatch;
import io.ordertrail.axon.process.step.StepBatch.Planned;
import io.ordertrail.axon.process.step.WaitingSteps;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcDeadLetter;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * What a retry of parked events would do. The policies process them as in a retry, but their steps, which are sent when
 * a unit of work is committed, are only looked at: it is rolled back.
 */
public final class ParkedDryRun {

    private final ParkedRetrier retrier;
    private final ParkedTable table;
    private final TransactionManager transactions;
    private final WaitingSteps steps;
    private final RowDifference differences;
    private final Supplier<Serializer> serializer;

    public ParkedDryRun(
            ParkedRetrier retrier,
            ParkedTable table,
            TransactionManager transactions,
            WaitingSteps steps,
            RowDifference differences,
            Supplier<Serializer> serializer) {
        this.retrier = retrier;
        this.table = table;
        this.transactions = transactions;
        this.steps = steps;
        this.differences = differences;
        this.serializer = serializer;
    }

    /** A step as a row shows it. */
    private record Sent(
            String command,
            @Nullable Object payload,
            @Nullable Instant dueAt) {}

    DeadLetterInspection of(DeadLetter letter) {
        List<JdbcDeadLetter<?>> waiting = retrier.waiting(letter.subject()).toList();
        List<Row> rows = new ArrayList<>();
        long taken = 0;
        String error = null;
        for (JdbcDeadLetter<?> each : waiting) {
            try {
                plan(each.message()).forEach(step -> rows.add(row(step)));
                taken++;
            } catch (RuntimeException e) {
                if (!FailureClassifier.isOnTheEvent(e)) {
                    throw e;
                }
                error = new UnprocessableEvent(e).type();
                break;
            }
        }
        return new DeadLetterInspection(
                letter,
                waiting.stream()
                        .filter(each -> each.getIdentifier().equals(letter.id()))
                        .findFirst()
                        .map(each -> StoredPayload.of(each.message(), serializer.get()))
                        .orElse(null),
                rows,
                new DeadLetterRetry(
                        letter.place(),
                        letter.subject(),
                        taken,
                        error == null ? 0 : table.countOf(letter.place(), letter.subject()) - taken,
                        error));
    }

    private List<Planned> plan(EventMessage<?> event) {
        UnitOfWork<? extends EventMessage<?>> work = DefaultUnitOfWork.startAndGet(event);
        work.attachTransaction(transactions);
        try {
            retrier.handle(work.getMessage());
            return StepBatch.planned();
        } finally {
            work.rollback();
        }
    }

    private Row row(Planned step) {
        StepPage.Item waits = steps.find(step.step()).orElse(null);
        Sent stored = waits == null ? null : new Sent(waits.command(), null, waits.dueAt());
        Object command = step.command();
        if (command == null) {
            return differences.of(step.step(), true, stored, null);
        }
        if (stored != null && step.dueAt() == null) {
            // It waits already, and is not sent twice.
            return differences.of(step.step(), true, stored, stored);
        }
        String name = Contract.named(command.getClass()).value();
        return differences.of(step.step(), true, stored, new Sent(name, stored == null ? command : null, step.dueAt()));
    }
}
