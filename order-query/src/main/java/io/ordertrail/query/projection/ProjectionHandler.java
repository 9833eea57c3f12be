package io.ordertrail.query.projection;

import io.ordertrail.axon.personal.Erasures;
import io.ordertrail.axon.store.ProcessedPositions;
import io.ordertrail.query.projection.deadletter.ParkedTable;
import io.ordertrail.query.projection.delivery.Delivery;
import io.ordertrail.query.projection.fold.ReadModel;
import io.ordertrail.query.projection.generation.Generations;
import io.ordertrail.query.projection.generation.TableNames;
import io.ordertrail.query.projection.generation.ViewSql;
import io.ordertrail.query.projection.position.CommitSignal;
import io.ordertrail.query.projection.position.Positions;
import io.ordertrail.query.projection.position.SharedViews;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Brings the views of one processor up to date, in the transaction of its token, so that rows and token never tell
 * different stories.
 *
 * <p>A row that the database refuses breaks the transaction in which its event could be parked
 * (docs/reference/axon-pitfalls.md, 9). The batch is then rolled back, and the processor delivers it again: this time
 * each view processes it behind a savepoint, and a view in which a row is refused writes each event alone. A view that
 * fails for another reason where the others do not, is put out: it tries again by itself.
 */
final class ProjectionHandler implements EventMessageHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectionHandler.class);

    private final String processor;
    private final List<ReadModel<?>> models;
    private final ViewSql sql;
    private final Generations generations;
    private final SharedViews shared;
    private final ParkedTable parked;
    private final TransactionOperations savepoint;
    private final CommitSignal commits;
    private volatile boolean careful;

    /**
     * @param models the view that has the name of {@code processor}; all of them for the shared one
     * @param savepoint runs its action in the present transaction, and rolls it back when it throws
     */
    ProjectionHandler(
            String processor,
            List<ReadModel<?>> models,
            ViewSql sql,
            Generations generations,
            SharedViews shared,
            ParkedTable parked,
            TransactionOperations savepoint,
            CommitSignal commits) {
        this.processor = processor;
        this.models = models;
        this.sql = sql;
        this.generations = generations;
        this.shared = shared;
        this.parked = parked;
        this.savepoint = savepoint;
        this.commits = commits;
    }

    /** What concerns no view costs no transaction: the processor stores its token now and then. */
    @Override
    public boolean canHandle(EventMessage<?> message) {
        return models.stream().anyMatch(model -> model.concerns(message));
    }

    @Override
    public @Nullable Object handle(EventMessage<?> message) {
        CurrentUnitOfWork.get().getOrComputeResource("batch of " + processor, key -> begin(CurrentUnitOfWork.get()));
        return null;
    }

    /** All events are processed at the end of the batch. */
    private UnitOfWork<?> begin(UnitOfWork<?> unit) {
        unit.onPrepareCommit(u -> process(events(u)));
        unit.afterCommit(u -> {
            careful = false;
            commits.tell();
        });
        return unit;
    }

    private static List<EventMessage<?>> events(UnitOfWork<?> unit) {
        Stream<?> messages = unit instanceof BatchingUnitOfWork<?> batch
                ? batch.getMessages().stream()
                : Stream.of(unit.getMessage());
        return messages.<EventMessage<?>>mapMulti((message, each) -> {
                    if (message instanceof EventMessage<?> event) {
                        each.accept(event);
                    }
                })
                .toList();
    }

    private void process(List<EventMessage<?>> events) {
        if (events.stream().anyMatch(Erasures::isOne)) {
            generations.forget();
        }
        try {
            deliveries(events).forEach(careful ? this::carefully : Delivery::together);
        } catch (RuntimeException e) {
            careful = true;
            throw e;
        }
    }

    private List<? extends Delivery<?>> deliveries(List<EventMessage<?>> events) {
        TableNames live = sql.live();
        Map<String, ProcessedPositions> ahead = ahead(live);
        Map<String, Set<String>> waiting = parked.among(events, live);
        return models.stream()
                .filter(model -> live.has(model.name()) && ahead.containsKey(model.name()))
                .map(model -> delivery(
                        model.in(live),
                        live.generation(model.name()),
                        events,
                        ahead.getOrDefault(model.name(), ProcessedPositions.NONE),
                        waiting.getOrDefault(model.name(), Set.of())))
                .filter(delivery -> !delivery.events().isEmpty())
                .toList();
    }

    /** The views that this processor keeps now, and what of the batch each has processed already. */
    private Map<String, ProcessedPositions> ahead(TableNames live) {
        if (!isShared()) {
            shared.requireApart(processor);
            if (!live.has(processor)) {
                throw new UnableToClaimTokenException(processor + " has no rows that this release can write");
            }
            return Map.of(processor, ProcessedPositions.NONE);
        }
        Map<String, ProcessedPositions> ahead = shared.ahead();
        // Another release of the service has other views than this one.
        ahead.keySet().stream()
                .filter(name -> !live.has(name)
                        || models.stream().noneMatch(model -> model.name().equals(name)))
                .forEach(shared::putOut);
        return ahead;
    }

    private <R> Delivery<R> delivery(
            ReadModel<R> model,
            int generation,
            List<EventMessage<?>> events,
            ProcessedPositions ahead,
            Set<String> waiting) {
        List<EventMessage<?>> toTake = events.stream()
                .filter(event -> model.concerns(event) && !ahead.has(Positions.of(event)))
                .toList();
        return new Delivery<>(model, generation, toTake, parked, waiting);
    }

    private void carefully(Delivery<?> delivery) {
        try {
            savepoint.executeWithoutResult(status -> delivery.togetherOrOneByOne(savepoint));
        } catch (RuntimeException e) {
            if (!isShared()) {
                throw e;
            }
            String view = delivery.model().name();
            LOG.warn("{} fails where other views do not; it is kept by itself until it has caught up", view, e);
            shared.putOut(view);
        }
    }

    private boolean isShared() {
        return processor.equals(SharedViews.PROCESSOR);
    }
}
