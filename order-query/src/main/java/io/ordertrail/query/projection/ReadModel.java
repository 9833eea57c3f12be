package io.ordertrail.query.projection;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * A projection as its subject knows it: a pure fold, and the table that keeps its rows. When rows are read and written,
 * in which transaction, and what becomes of events that cannot be taken in is the {@link Projector}'s.
 *
 * @param <R> a row, immutable and equal by value
 */
public interface ReadModel<R> {

    /** The projection's name, which is that of its event processor and processing group too. */
    String name();

    /** Whether the event is about what this projection shows. It must not read the payload, which may be unreadable. */
    boolean concerns(DomainEventMessage<?> event);

    /** The row that the event changes. */
    String key(DomainEventMessage<?> event);

    /** The rows of {@code keys} that exist. */
    Map<String, R> load(Collection<String> keys);

    /**
     * {@code row} after one more event; {@code row} itself where it already holds it. Pure: no clock, no database.
     *
     * @throws RuntimeException the event cannot be taken in; it will be parked
     */
    R fold(@Nullable R row, DomainEventMessage<?> event);

    /** Writes {@code rows}, none of which exists. */
    void insert(List<R> rows);

    /** Writes {@code rows}, all of which exist. */
    void update(List<R> rows);

    /** Removes every row. */
    void clear();
}
