package io.ordertrail.query.reading;

import io.ordertrail.api.message.Moment;
import io.ordertrail.query.projection.fold.StreamFold;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/**
 * What one aggregate is and was, straight from its events in the store.
 *
 * @param <R> the result of the fold
 */
public final class AggregateStream<R> {

    private final EventStore events;
    private final StreamFold<?, R> fold;

    public AggregateStream(EventStore events, StreamFold<?, R> fold) {
        this.events = events;
        this.fold = fold;
    }

    /** Every event from the first on; a snapshot would hide the first ones. */
    public DomainEventStream read(String id) {
        return events.readEvents(id, 0);
    }

    /** The version of the last event of {@code id}; -1 if there is none. */
    long lastVersion(String id) {
        return events.lastSequenceNumberFor(id).orElse(-1L);
    }

    /** The aggregate after all its events; empty if there are none. */
    public Optional<R> fold(String id) {
        return at(id, Moment.NOW);
    }

    /** The aggregate after its events that count at {@code moment}; empty if there are none. */
    public Optional<R> at(String id, Moment moment) {
        EventsAt counting = EventsAt.of(events, id, moment);
        R row = null;
        while (counting.hasNext()) {
            boolean leftOut = counting.hasLeftOut();
            DomainEventMessage<?> message = counting.next();
            if (!fold.concerns(message)) {
                break;
            }
            row = leftOut ? without(row, message) : fold.fold(id, row, message);
        }
        return Optional.ofNullable(row);
    }

    /** {@code row} with {@code message} too, or without it where it cannot be true yet without what is left out. */
    private @Nullable R without(@Nullable R row, DomainEventMessage<?> message) {
        try {
            return fold.foldAny(row, message);
        } catch (IllegalArgumentException | IllegalStateException | NullPointerException e) {
            return row;
        }
    }

    /**
     * The aggregate after the first of its events that leaves it as {@code enough} says, or after all; empty if there
     * are none.
     */
    public Optional<R> until(String id, Predicate<R> enough) {
        DomainEventStream stream = read(id);
        R row = null;
        while (stream.hasNext() && (row == null || !enough.test(row))) {
            row = fold.fold(id, row, stream.next());
        }
        return Optional.ofNullable(row);
    }

    /** The aggregate as of the event of {@code version}; empty if it has no such event. */
    public Optional<R> atVersion(String id, long version) {
        return at(id, Moment.version(version)).filter(row -> fold.version(row) == version);
    }

    /**
     * The aggregate as of the event of {@code version}, from {@code row}, which is it as of an earlier one or that very
     * one; empty if it has no such event. It reads only the events in between.
     */
    Optional<R> onward(String id, R row, long version) {
        R now = row;
        DomainEventStream stream = events.readEvents(id, fold.version(row) + 1);
        while (fold.version(now) < version && stream.hasNext()) {
            now = fold.fold(id, now, stream.next());
        }
        return Optional.of(now).filter(found -> fold.version(found) == version);
    }

    /**
     * The aggregate after all its events, from {@code row}, which is it as of an earlier one. It reads only the events
     * since.
     */
    R onward(String id, R row) {
        R now = row;
        DomainEventStream stream = events.readEvents(id, fold.version(row) + 1);
        while (stream.hasNext()) {
            now = fold.fold(id, now, stream.next());
        }
        return now;
    }

    /** Which event {@code row} holds last. */
    long version(R row) {
        return fold.version(row);
    }

    /** When its first event was recorded. */
    Optional<Instant> firstRecorded(String id) {
        DomainEventStream stream = read(id);
        return stream.hasNext() ? Optional.of(stream.next().getTimestamp()) : Optional.empty();
    }
}
