package io.ordertrail.axon.store;

import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.AggregateFactory;
import org.axonframework.eventsourcing.AggregateSnapshotter;
import org.axonframework.eventsourcing.GenericAggregateFactory;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.inspection.AggregateModel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores the states of {@link Snapshotted} aggregates. It reads the stored events on a thread of its own: Axon's
 * default does so on the command's thread, before the command is answered and while its aggregate is locked. What does
 * not fit into the queue is dropped; the next command on that aggregate asks again.
 */
final class Snapshots extends AggregateSnapshotter implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Snapshots.class);
    private static final long PATIENCE_SECONDS = 10;

    private final Set<String> waiting = ConcurrentHashMap.newKeySet();
    private final Function<Class<?>, AggregateModel<?>> models;
    private final ThreadPoolExecutor thread;

    /**
     * @param models how an aggregate handles its events, with all that its handlers take
     *     (docs/reference/axon-pitfalls.md, 43)
     * @param queue the most aggregates that wait for a snapshot
     */
    Snapshots(Builder builder, Function<Class<?>, AggregateModel<?>> models, int queue) {
        super(builder);
        this.models = models;
        thread = new ThreadPoolExecutor(
                1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(queue), task -> new Thread(task, "snapshots"));
    }

    @Override
    public void scheduleSnapshot(Class<?> type, String id) {
        if (CurrentUnitOfWork.isStarted() && CurrentUnitOfWork.get().phase().isBefore(UnitOfWork.Phase.COMMIT)) {
            CurrentUnitOfWork.get().afterCommit(done -> enqueue(type, id));
        } else {
            enqueue(type, id);
        }
    }

    private void enqueue(Class<?> type, String id) {
        if (!waiting.add(id)) {
            return;
        }
        try {
            thread.execute(() -> {
                waiting.remove(id);
                super.scheduleSnapshot(type, id);
            });
        } catch (RejectedExecutionException e) {
            waiting.remove(id);
            LOG.debug("No snapshot of {} now, too many others wait", id);
        }
    }

    /** Axon would store the aggregate itself, under the name of its class. */
    @Override
    @SuppressWarnings("rawtypes") // as Axon declares it
    protected DomainEventMessage createSnapshot(Class<?> type, String id, DomainEventStream events) {
        DomainEventMessage<?> whole = super.createSnapshot(type, id, events);
        Snapshotted aggregate = (Snapshotted) whole.getPayload();
        return new GenericDomainEventMessage<>(
                whole.getType(), whole.getAggregateIdentifier(), whole.getSequenceNumber(), aggregate.snapshot());
    }

    @Override
    protected AggregateFactory<?> getAggregateFactory(Class<?> type) {
        if (super.getAggregateFactory(type) == null) {
            registerAggregateFactory(new GenericAggregateFactory<>(models.apply(type)));
        }
        return super.getAggregateFactory(type);
    }

    /** Ends the one that is being stored in peace: an interrupted thread would close the H2 file for all. */
    @Override
    public void close() {
        thread.getQueue().clear();
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("A snapshot still is not stored after {} s", PATIENCE_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
