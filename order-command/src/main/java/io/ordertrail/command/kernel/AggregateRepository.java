package io.ordertrail.command.kernel;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.ordertrail.api.message.Refusal;
import io.ordertrail.api.message.Refused;
import io.ordertrail.axon.store.Snapshotted;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.LockAwareAggregate;
import org.jspecify.annotations.Nullable;

/** All aggregates of one type. A command for one that is not there is refused like any other, instead of failing. */
public class AggregateRepository<T> extends EventSourcingRepository<T> {

    /** The most aggregates of one type whose state is kept in memory. */
    private static final int MOST_REMEMBERED = 2_000;

    private final Cache<String, DomainEventMessage<?>> remembered =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

    private final Function<String, Refusal> notFound;
    private @Nullable EventStore events;

    /** @param notFound the refusal of an id that there is no aggregate of; the same one for the same id */
    public AggregateRepository(Builder<T> builder, Function<String, Refusal> notFound) {
        super(builder);
        this.notFound = notFound;
    }

    /** What a repository of {@code type} needs from Axon: the event store, and what handlers may ask for. */
    public static <T> Builder<T> builderOf(Class<T> type, Configuration axon) {
        return EventSourcingRepository.builder(type)
                .eventStore(axon.eventStore())
                .parameterResolverFactory(axon.parameterResolverFactory())
                .handlerDefinition(axon.handlerDefinition(type));
    }

    /** The same, where {@code snapshots} says how often the state is stored, so that not every event must be read. */
    public static <T> Builder<T> builderOf(Class<T> type, Configuration axon, SnapshotTriggerDefinition snapshots) {
        return builderOf(type, axon).snapshotTriggerDefinition(snapshots);
    }

    /**
     * Keeps the state of {@link Remembered} aggregates in memory from now on, and forgets what it kept before. What
     * {@code store} has stored since, such as by another node, is read each time, and its check of the version stays.
     */
    public void remember(EventStore store) {
        events = store;
        remembered.invalidateAll();
    }

    /** Nothing is decided by half of what happened: a stream that is not known whole is refused. */
    @Override
    protected DomainEventStream readEvents(String id) {
        return new WholeStream(stored(id));
    }

    private DomainEventStream stored(String id) {
        if (events == null) {
            return super.readEvents(id);
        }
        DomainEventMessage<?> known = remembered.getIfPresent(id);
        if (known != null) {
            return DomainEventStream.concat(
                    DomainEventStream.of(known), events.readEvents(id, known.getSequenceNumber() + 1));
        }
        return Snapshotted.class.isAssignableFrom(getAggregateType()) ? super.readEvents(id) : events.readEvents(id, 0);
    }

    /** The state that is kept is that of this moment: a later command of the same transaction may be refused. */
    @Override
    protected void doSaveWithLock(EventSourcedAggregate<T> aggregate) {
        super.doSaveWithLock(aggregate);
        if (events != null && aggregate.getAggregateRoot() instanceof Remembered root && aggregate.version() != null) {
            String id = aggregate.identifierAsString();
            DomainEventMessage<?> known =
                    new GenericDomainEventMessage<>(aggregate.type(), id, aggregate.version(), root.known());
            CurrentUnitOfWork.get().root().afterCommit(done -> remembered.put(id, known));
        }
    }

    /** The aggregate of this id, if there ever was one. Needs a unit of work, like {@link #load}. */
    public Optional<Aggregate<T>> find(String id) {
        try {
            return Optional.of(load(id));
        } catch (Refused none) {
            if (none.refusal().equals(notFound.apply(id))) {
                return Optional.empty();
            }
            throw none;
        }
    }

    /** Not one step further down, where Axon itself must hear of it in order to create what is missing. */
    @Override
    protected LockAwareAggregate<T, EventSourcedAggregate<T>> doLoad(String id, Long expectedVersion) {
        try {
            return super.doLoad(id, expectedVersion);
        } catch (AggregateNotFoundException none) {
            throw new Refused(notFound.apply(id));
        }
    }
}
