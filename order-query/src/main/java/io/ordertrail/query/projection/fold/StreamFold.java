package io.ordertrail.query.projection.fold;

import java.util.Collection;
import java.util.List;
import java.util.function.ToLongFunction;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;

/**
 * One row for each aggregate of a type, by the aggregate's id. An event that the row holds already changes nothing, and
 * an event that comes too early, because an earlier one is missing, cannot be processed.
 *
 * @param <E> the subject's events
 * @param <R> a row, immutable and equal by value
 */
public final class StreamFold<E, R> implements EventFold<R> {

    private final String aggregateType;
    private final Class<E> events;
    private final ToLongFunction<R> version;
    private final Step<E, R> step;

    /**
     * @param aggregateType under which the events are stored, as {@code order}
     * @param events the sealed type of them all
     * @param version of the last event that a row holds: {@link Recorded#version}
     */
    public StreamFold(String aggregateType, Class<E> events, ToLongFunction<R> version, Step<E, R> step) {
        this.aggregateType = aggregateType;
        this.events = events;
        this.version = version;
        this.step = step;
    }

    /**
     * What one more event does to a row. It need not look at versions, but the row that it gives must hold the new one.
     */
    @FunctionalInterface
    public interface Step<E, R> {
        /** @param row null before the first event */
        R next(@Nullable R row, Recorded<E> recorded);
    }

    @Override
    public boolean concerns(EventMessage<?> event) {
        return event instanceof DomainEventMessage<?> stored && aggregateType.equals(stored.getType());
    }

    @Override
    public Collection<String> keys(EventMessage<?> event) {
        return List.of(((DomainEventMessage<?>) event).getAggregateIdentifier());
    }

    @Override
    public R fold(String key, @Nullable R row, EventMessage<?> event) {
        return next(row, Recorded.of((DomainEventMessage<?>) event, events));
    }

    /** {@code row} with one more event of its stream, whether or not others between are missing. */
    public R foldAny(@Nullable R row, EventMessage<?> event) {
        return step.next(row, Recorded.of((DomainEventMessage<?>) event, events));
    }

    /** {@code row} with one more event, or {@code row} itself if it already holds it. */
    public R next(@Nullable R row, Recorded<E> recorded) {
        if (row == null) {
            recorded.follows(-1);
            return step.next(null, recorded);
        }
        return recorded.follows(version.applyAsLong(row)) ? step.next(row, recorded) : row;
    }

    @Override
    public long version(R row) {
        return version.applyAsLong(row);
    }
}
