package io.ordertrail.query.projection;

import io.ordertrail.axon.failure.FailureClassifier;
import io.ordertrail.query.projection.deadletter.ErrorWord;
import io.ordertrail.query.projection.deadletter.ParkedBatch;
import io.ordertrail.query.projection.deadletter.ParkedTable;
import io.ordertrail.query.projection.deadletter.WaitingEvents;
import io.ordertrail.query.projection.fold.Batch;
import io.ordertrail.query.projection.fold.ReadModel;
import io.ordertrail.query.projection.position.CommitSignal;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.common.AxonTransientException;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Brings a {@link ReadModel} up to date: folds a batch in memory and writes it at once, in the transaction of the
 * processor's token, so that rows and token never tell different stories.
 *
 * <p>An event that cannot be folded is parked, with all later events of its sequence. A row that the database refuses
 * breaks the transaction in which it could be parked (docs/reference/axon-pitfalls.md, 9). The batch is then rolled
 * back, and the processor delivers it again: this time each event is written alone, behind a savepoint, and parked if
 * it is the one.
 */
final class ProjectionHandler<R> implements EventMessageHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectionHandler.class);

    private final ReadModel<R> model;
    private final ParkedTable parked;
    private final TransactionOperations savepoint;
    private final CommitSignal commits;
    private final String batchKey;
    private volatile boolean careful;

    /** @param savepoint runs its action in the present transaction, and rolls it back when it throws */
    ProjectionHandler(ReadModel<R> model, ParkedTable parked, TransactionOperations savepoint, CommitSignal commits) {
        this.model = model;
        this.parked = parked;
        this.savepoint = savepoint;
        this.commits = commits;
        this.batchKey = "batch of " + model.name();
    }

    /** What is done with a batch. */
    private record Work<R>(Batch<R> batch, ParkedBatch parked) {}

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
        UnitOfWork<?> unit = CurrentUnitOfWork.get();
        Work<R> work = work(unit);
        if (work.parked.holds(message)) {
            work.parked.addBehind(message);
        } else if (careful) {
            work.batch.putOff(message);
        } else {
            takeOrPark(work, message, () -> work.batch.take(message));
        }
        return null;
    }

    @Override
    public void prepareReset() {
        model.clear();
    }

    /** Not computed by the map of resources itself: what is loaded meanwhile puts its connection there. */
    private Work<R> work(UnitOfWork<?> unit) {
        Work<R> open = unit.getResource(batchKey);
        if (open == null) {
            open = open(unit);
            unit.resources().put(batchKey, open);
        }
        return open;
    }

    private Work<R> open(UnitOfWork<?> unit) {
        List<EventMessage<?>> events = events(unit);
        Work<R> work = new Work<>(new Batch<>(model), new ParkedBatch(model.name(), parked, events));
        if (!careful) {
            load(work, events);
        }
        unit.onPrepareCommit(u -> flush(work, u));
        unit.afterCommit(u -> commits.tell());
        return work;
    }

    /** An unreadable row blocks its own order only, so the second try reads rows one by one, too. */
    private void load(Work<R> work, List<EventMessage<?>> events) {
        try {
            work.batch.load(
                    events.stream().filter(event -> !work.parked.holds(event)).toList());
        } catch (RuntimeException e) {
            careful = FailureClassifier.isOnTheEvent(e);
            throw new LoadFailed(model.name(), e);
        }
    }

    private List<EventMessage<?>> events(UnitOfWork<?> unit) {
        Stream<?> messages = unit instanceof BatchingUnitOfWork<?> batch
                ? batch.getMessages().stream()
                : Stream.of(unit.getMessage());
        return messages.<EventMessage<?>>mapMulti((message, each) -> {
                    if (message instanceof EventMessage<?> event) {
                        each.accept(event);
                    }
                })
                .filter(model::concerns)
                .toList();
    }

    private void flush(Work<R> work, UnitOfWork<?> unit) {
        try {
            work.batch.write();
        } catch (RuntimeException e) {
            careful = FailureClassifier.isOnTheEvent(e);
            throw e;
        }
        if (!work.batch.waiting().isEmpty()) {
            work.batch.waiting().forEach(event -> takeAlone(work, event));
        }
        work.parked.write();
        unit.afterCommit(u -> careful = false);
    }

    private void takeAlone(Work<R> work, EventMessage<?> event) {
        if (work.parked.holds(event)) {
            work.parked.addBehind(event);
        } else {
            takeOrPark(work, event, () -> savepoint.executeWithoutResult(status -> work.batch.takeAlone(event)));
        }
    }

    /**
     * Parks an event if the event is the cause. Every other failure is thrown, for the processor to try again: never
     * ignored.
     */
    private void takeOrPark(Work<R> work, EventMessage<?> event, Runnable take) {
        try {
            take.run();
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
            work.parked.add(event, ErrorWord.of(e));
        }
    }

    /** Not the fault of the event that happens to be the first of its batch. */
    private static final class LoadFailed extends AxonTransientException {

        private static final long serialVersionUID = 1;

        private LoadFailed(String projection, RuntimeException cause) {
            super("Rows of " + projection + " cannot be loaded", cause);
        }
    }
}
