package io.ordertrail.query.projection.delivery;

import io.ordertrail.axon.failure.FailureClassifier;
import io.ordertrail.query.projection.deadletter.ErrorWord;
import io.ordertrail.query.projection.deadletter.ParkedBatch;
import io.ordertrail.query.projection.deadletter.ParkedTable;
import io.ordertrail.query.projection.deadletter.WaitingEvents;
import io.ordertrail.query.projection.fold.Batch;
import io.ordertrail.query.projection.fold.ReadModel;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.axonframework.eventhandling.EventMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The events of a batch that are for one view. An event that cannot be folded is parked, with all later events of its
 * sequence.
 *
 * @param model of the rows of {@code generation}
 * @param parked the sequences that were parked before
 */
public record Delivery<R>(
        ReadModel<R> model, int generation, List<EventMessage<?>> events, ParkedTable table, Set<String> parked) {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    /** Reads and writes each row once. */
    public void together() {
        Batch<R> batch = new Batch<>(model);
        ParkedBatch waiting = waiting();
        batch.load(events.stream().filter(event -> !waiting.holds(event)).toList());
        takeEach(waiting, batch::take);
        batch.write();
        waiting.write();
    }

    /**
     * The same, or where a row is refused each event alone; an event whose row the database refuses is parked.
     *
     * @param savepoint runs its action in the present transaction, and rolls it back when it throws
     */
    public void togetherOrOneByOne(TransactionOperations savepoint) {
        try {
            savepoint.executeWithoutResult(status -> together());
        } catch (RuntimeException e) {
            if (!FailureClassifier.isOnTheEvent(e)) {
                throw e;
            }
            oneByOne(savepoint);
        }
    }

    private void oneByOne(TransactionOperations savepoint) {
        Batch<R> batch = new Batch<>(model);
        ParkedBatch waiting = waiting();
        takeEach(waiting, event -> savepoint.executeWithoutResult(status -> batch.takeAlone(event)));
        waiting.write();
    }

    private ParkedBatch waiting() {
        return new ParkedBatch(model.name(), generation, table, parked);
    }

    private void takeEach(ParkedBatch waiting, Consumer<EventMessage<?>> take) {
        for (EventMessage<?> event : events) {
            if (waiting.holds(event)) {
                waiting.addBehind(event);
            } else {
                takeOrPark(waiting, event, take);
            }
        }
    }

    /** Parks an event if the event is the cause. Every other failure is thrown: never ignored. */
    private void takeOrPark(ParkedBatch waiting, EventMessage<?> event, Consumer<EventMessage<?>> take) {
        try {
            take.accept(event);
        } catch (RuntimeException e) {
            if (!FailureClassifier.isOnTheEvent(e)) {
                throw e;
            }
            LOG.warn(
                    "{} cannot process event {} of {}; it is parked with all that follow it",
                    model.name(),
                    event.getIdentifier(),
                    WaitingEvents.sequence(event),
                    e);
            waiting.add(event, ErrorWord.of(e));
        }
    }
}
