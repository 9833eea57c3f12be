package io.ordertrail.query.projection.fold;

import java.util.Collection;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;

/**
 * Which events a projection processes, and how they change its rows. Pure: no clock, no database.
 *
 * <p>An event of no aggregate comes as whatever the store makes of it: a database gives it its own id for an
 * aggregate's, version 0 and no aggregate type; Axon Server gives no more than the message. So it is known by its
 * payload's type ({@code event.getPayloadType()}, which reads no payload), never by these.
 *
 * @param <R> a row, immutable and equal by value
 */
public interface EventFold<R> {

    /** Whether the event is relevant for this projection. It must not read the payload, which may be unreadable. */
    boolean concerns(EventMessage<?> event);

    /**
     * The rows that the event changes, which may be none or several; one named twice changes once. It may read the
     * payload.
     *
     * @throws RuntimeException the event cannot be processed; it will be parked
     */
    Collection<String> keys(EventMessage<?> event);

    /**
     * The row of {@code key} after one more event; {@code row} itself if it already holds it or does not change. No row
     * is ever removed: null is the answer to null only.
     *
     * @throws RuntimeException the event cannot be processed; it will be parked
     */
    @Nullable
    R fold(String key, @Nullable R row, EventMessage<?> event);

    /**
     * A number that grows with every event of {@code row}, from 0: the version of its stream, if all its events are of
     * one stream; else how many events it holds, less one, which the row itself must count.
     *
     * <p>It detects a row that another process has written meanwhile. It is not needed to prevent repeats where many
     * streams meet in a row: rows and token change in one transaction, so an event that is delivered again was rolled
     * back before.
     */
    long version(R row);
}
