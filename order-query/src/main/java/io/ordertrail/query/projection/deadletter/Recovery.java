package io.ordertrail.query.projection.deadletter;

import io.ordertrail.api.deadletter.DeadLetter;
import io.ordertrail.api.deadletter.DeadLetterRetry;
import io.ordertrail.api.projection.ProjectionError;
import io.ordertrail.axon.deadletter.RetryQueue;
import io.ordertrail.axon.failure.FailureClassifier;
import io.ordertrail.query.projection.fold.Batch;
import io.ordertrail.query.projection.fold.ReadModel;
import io.ordertrail.query.projection.generation.Generations;
import io.ordertrail.query.projection.position.CommitSignal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Processes parked events again. A row that is the fold of one stream is made again from it, whatever is in the row.
 * Other rows continue from their state, with the events that were left out.
 */
public final class Recovery implements RetryQueue {

    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    /** Events that are processed within one transaction. */
    private static final int AT_A_TIME = 500;

    private final Map<String, ReadModel<?>> models;
    private final ParkedTable table;
    private final StoredEvents events;
    private final Generations generations;
    private final TransactionOperations apart;
    private final TransactionOperations savepoint;
    private final CommitSignal commits;

    /**
     * @param models by name
     * @param apart runs its action in a transaction of its own
     * @param savepoint runs its action in the present transaction, and rolls it back when it throws
     */
    public Recovery(
            Map<String, ReadModel<?>> models,
            ParkedTable table,
            StoredEvents events,
            Generations generations,
            TransactionOperations apart,
            TransactionOperations savepoint,
            CommitSignal commits) {
        this.models = models;
        this.table = table;
        this.events = events;
        this.generations = generations;
        this.apart = apart;
        this.savepoint = savepoint;
        this.commits = commits;
    }

    /** What one transaction came to. */
    private record Step(long taken, boolean more, @Nullable ProjectionError error) {}

    /** Processes the events of {@code letter}, until one fails. */
    @Override
    public DeadLetterRetry retry(DeadLetter letter) {
        DeadLetterRetry came = retry(letter, apart);
        commits.tell();
        return came;
    }

    /** @param each runs what belongs together in a transaction */
    DeadLetterRetry retry(DeadLetter letter, TransactionOperations each) {
        ReadModel<?> model = model(letter);
        long taken = 0;
        Step step;
        do {
            step = model.isOfOneStream() ? anew(model, letter, each) : onward(model, letter, each);
            taken += step.taken;
        } while (step.more);
        long left =
                table.find(letter.id()).map(still -> still.letter().events()).orElse(0L);
        return new DeadLetterRetry(
                letter.place(), letter.subject(), taken, left, step.error == null ? null : step.error.name());
    }

    ReadModel<?> model(DeadLetter letter) {
        return Objects.requireNonNull(models.get(letter.place()), letter.place());
    }

    @Override
    public List<DeadLetter> parkedAfter(Instant time) {
        return table.parkedAfter(time);
    }

    @Override
    public boolean claim(DeadLetter letter) {
        return table.claim(letter);
    }

    private <R> Step anew(ReadModel<R> model, DeadLetter letter, TransactionOperations each) {
        return once(letter, each, parked -> {
            try {
                savepoint.executeWithoutResult(status -> {
                    R row = fold(model, parked.sequence());
                    model.remove(parked.sequence());
                    if (row != null) {
                        model.insert(List.of(row));
                    }
                });
            } catch (RuntimeException e) {
                return failed(parked, e);
            }
            table.delete(parked.id());
            return new Step(parked.letter().events(), false, null);
        });
    }

    private <R> @Nullable R fold(ReadModel<R> model, String id) {
        R row = null;
        DomainEventStream stream = events.of(id);
        while (stream.hasNext()) {
            EventMessage<?> event = stream.next();
            if (model.concerns(event)) {
                row = model.fold(id, row, event);
            }
        }
        return row;
    }

    private <R> Step onward(ReadModel<R> model, DeadLetter letter, TransactionOperations each) {
        // The search does not block others: between the first and the last there may be many other events.
        List<EventMessage<?>> found =
                table.find(letter.id()).map(parked -> waiting(model, parked)).orElse(List.of());
        return once(letter, each, parked -> {
            Batch<R> batch = new Batch<>(model);
            long taken = 0;
            for (EventMessage<?> event : found) {
                try {
                    savepoint.executeWithoutResult(status -> batch.takeAlone(event));
                } catch (RuntimeException e) {
                    Step failed = failed(parked, e);
                    table.go(parked.id(), WaitingEvents.of(event), taken, failed.error);
                    return new Step(taken, false, failed.error);
                }
                taken++;
            }
            return went(parked, found, taken);
        });
    }

    /** The first of the events that wait. */
    List<EventMessage<?>> waiting(ReadModel<?> model, Parked parked) {
        return events.between(
                parked.firstPosition(),
                parked.lastPosition(),
                event -> model.concerns(event) && WaitingEvents.sequence(event).equals(parked.sequence()),
                AT_A_TIME);
    }

    private Step went(Parked parked, List<EventMessage<?>> found, long taken) {
        if (taken >= parked.letter().events() || found.isEmpty() && areForOthers(parked)) {
            table.delete(parked.id());
            return new Step(taken, false, null);
        }
        if (found.isEmpty()) {
            table.fail(parked.id(), ProjectionError.EVENT_MISSING);
            return new Step(0, false, ProjectionError.EVENT_MISSING);
        }
        WaitingEvents last = WaitingEvents.of(found.get(found.size() - 1));
        table.go(
                parked.id(),
                new WaitingEvents(last.eventId(), last.eventType(), last.lastPosition() + 1, parked.lastPosition(), 0),
                taken,
                null);
        return new Step(taken, true, null);
    }

    /** Whether those that are left were unknown when they were parked, and are none of the view's now. */
    private boolean areForOthers(Parked parked) {
        return parked.firstPosition() > parked.lastPosition()
                || !events.between(
                                parked.firstPosition(),
                                parked.lastPosition(),
                                event -> WaitingEvents.sequence(event).equals(parked.sequence()),
                                1)
                        .isEmpty();
    }

    private Step once(DeadLetter letter, TransactionOperations each, Function<Parked, Step> action) {
        Optional<Step> step = each.execute(status -> {
            // Its rows stay where they are meanwhile.
            generations.lock(letter.place());
            return table.lock(letter.id()).map(action);
        });
        // Somebody else has taken it in, or discarded it.
        return step.orElse(new Step(0, false, null));
    }

    private Step failed(Parked parked, RuntimeException failure) {
        if (!FailureClassifier.isOnTheEvent(failure)) {
            throw failure;
        }
        LOG.warn(
                "The parked events of {} still cannot be processed by {}",
                parked.sequence(),
                parked.projection(),
                failure);
        ProjectionError error = ErrorWord.of(failure);
        table.fail(parked.id(), error);
        return new Step(0, false, error);
    }
}
