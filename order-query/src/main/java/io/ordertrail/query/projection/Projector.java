package io.ordertrail.query.projection;

import io.ordertrail.axon.Blame;
import io.ordertrail.axon.CannotTakeIn;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.common.AxonTransientException;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Brings a {@link ReadModel} up to date: folds a batch in memory and writes it at once, in the transaction of the
 * processor's token, so that rows and token never tell different stories.
 *
 * <p>An event that cannot be folded is parked by Axon's dead-letter queue. A row that the database refuses breaks the
 * transaction in which it could be parked (docs/reference/axon-pitfalls.md, 9). The batch is then rolled back, and the
 * processor delivers it again: this time each event is written alone, behind a savepoint, and parked if it is the one.
 */
final class Projector<R> implements EventMessageHandler {

    private final ReadModel<R> model;
    private final SequencedDeadLetterQueue<EventMessage<?>> parked;
    private final TransactionOperations savepoint;
    private final Arrivals arrivals;
    private final String batchKey;
    private volatile boolean careful;

    /** @param savepoint runs its action in the present transaction and takes back what it did when it throws */
    Projector(
            ReadModel<R> model,
            SequencedDeadLetterQueue<EventMessage<?>> parked,
            TransactionOperations savepoint,
            Arrivals arrivals) {
        this.model = model;
        this.parked = parked;
        this.savepoint = savepoint;
        this.arrivals = arrivals;
        this.batchKey = "batch of " + model.name();
    }

    boolean isOf(ReadModel<?> other) {
        return model == other;
    }

    /** What does not concern the projection costs it no transaction: its processor stores the token now and then. */
    @Override
    public boolean canHandle(EventMessage<?> message) {
        return model.concerns(message);
    }

    @Override
    public @Nullable Object handle(EventMessage<?> message) {
        UnitOfWork<?> work = CurrentUnitOfWork.get();
        Batch<R> batch = batch(work);
        if (careful && isDelivery(work)) {
            batch.putOff(message);
        } else {
            batch.take(message);
        }
        return null;
    }

    @Override
    public void prepareReset() {
        model.clear();
    }

    /** Not computed by the map of resources itself: what is loaded meanwhile puts its connection there. */
    private Batch<R> batch(UnitOfWork<?> work) {
        Batch<R> open = work.getResource(batchKey);
        if (open == null) {
            open = open(work);
            work.resources().put(batchKey, open);
        }
        return open;
    }

    private Batch<R> open(UnitOfWork<?> work) {
        Batch<R> batch = new Batch<>(model);
        if (!(careful && isDelivery(work))) {
            load(batch, work);
        }
        work.onPrepareCommit(w -> flush(batch, w));
        work.afterCommit(w -> arrivals.tell());
        return batch;
    }

    /** A row that cannot be read stands in the way of its own order only, so here too the second try goes one by one. */
    private void load(Batch<R> batch, UnitOfWork<?> work) {
        try {
            batch.load(events(work));
        } catch (RuntimeException e) {
            careful = isDelivery(work) && Blame.isOnTheEvent(e);
            throw new LoadFailed(model.name(), e);
        }
    }

    private List<EventMessage<?>> events(UnitOfWork<?> work) {
        Stream<?> messages = work instanceof BatchingUnitOfWork<?> batch
                ? batch.getMessages().stream()
                : Stream.of(work.getMessage());
        return messages.<EventMessage<?>>mapMulti((message, each) -> {
                    if (message instanceof EventMessage<?> event) {
                        each.accept(event);
                    }
                })
                .filter(model::concerns)
                .toList();
    }

    private void flush(Batch<R> batch, UnitOfWork<?> work) {
        try {
            batch.write();
        } catch (RuntimeException e) {
            careful = isDelivery(work) && Blame.isOnTheEvent(e);
            throw e;
        }
        if (!batch.waiting().isEmpty()) {
            batch.waiting().forEach(event -> takeOrPark(batch, event));
            work.afterCommit(w -> careful = false);
        }
    }

    private void takeOrPark(Batch<R> batch, EventMessage<?> event) {
        String sequence = sequence(event);
        if (parked.enqueueIfPresent(sequence, () -> new GenericDeadLetter<>(sequence, event))) {
            return;
        }
        try {
            savepoint.executeWithoutResult(status -> batch.takeAlone(event));
        } catch (RuntimeException e) {
            if (!Blame.isOnTheEvent(e)) {
                throw e;
            }
            parked.enqueue(sequence, new GenericDeadLetter<>(sequence, event, new CannotTakeIn(e)));
        }
    }

    /** As Axon parks: by aggregate, and what is of none by itself. */
    private static String sequence(EventMessage<?> event) {
        return event instanceof DomainEventMessage<?> stored ? stored.getAggregateIdentifier() : event.getIdentifier();
    }

    /** Not the fault of the event that happens to be the first of its batch. */
    private static final class LoadFailed extends AxonTransientException {

        private static final long serialVersionUID = 1;

        private LoadFailed(String projection, RuntimeException cause) {
            super("Rows of " + projection + " cannot be loaded", cause);
        }
    }

    /** From the processor, as against a parked event that somebody tries again and that stays parked if it fails. */
    private static boolean isDelivery(UnitOfWork<?> work) {
        return work instanceof BatchingUnitOfWork;
    }
}
