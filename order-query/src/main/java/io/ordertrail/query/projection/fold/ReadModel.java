package io.ordertrail.query.projection.fold;

import io.ordertrail.query.projection.generation.TableNames;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.EventMessage;

/**
 * A projection as its subject knows it: a pure fold, and the table that keeps its rows. When rows are read and written,
 * in which transaction, and what becomes of events that cannot be processed is the {@code ProjectionHandler}'s.
 *
 * @param <R> a row, immutable and equal by value
 */
public interface ReadModel<R> extends EventFold<R> {

    /** The projection's name, which is that of its event processor and processing group too. */
    String name();

    /** The rows of {@code keys} that exist. */
    Map<String, R> load(Collection<String> keys);

    /** Writes {@code rows}, none of which exists. */
    void insert(List<R> rows);

    /** Writes {@code rows}, all of which exist. */
    void update(List<R> rows);

    /** The same of the rows that are {@code names}'. */
    ReadModel<R> in(TableNames names);

    /** Whether {@code event} takes what is personal out of rows that are not otherwise changed by it. */
    default boolean erases(EventMessage<?> event) {
        return false;
    }

    /** Takes what is personal out of the rows that {@code event} is about; called only where it {@link #erases}. */
    default void erase(EventMessage<?> event) {}

    /**
     * Whether each row is the fold of one stream, whose id is its key, and of nothing else: then it can be made again
     * alone.
     */
    default boolean isOfOneStream() {
        return false;
    }

    /** Whether streams can be processed apart, by several at a time. */
    default boolean isDivisible() {
        return false;
    }

    /** Removes the row of {@code key}; called only where {@link #isOfOneStream}. */
    default void remove(String key) {
        throw new UnsupportedOperationException(name() + " has no row that could be made anew alone");
    }
}
