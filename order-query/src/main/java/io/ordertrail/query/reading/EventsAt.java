package io.ordertrail.query.reading;

import io.ordertrail.api.message.Moment;
import io.ordertrail.axon.read.ReadDeadline;
import java.time.Instant;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/**
 * The events of one stream that count at a moment, in the order in which they were recorded. A stream has no bound, so
 * it is read for as long as the query may take.
 */
public final class EventsAt implements Iterator<DomainEventMessage<?>> {

    private final DomainEventStream stream;
    private final Moment moment;
    private final EffectiveTimes times;
    private @Nullable DomainEventMessage<?> next;
    private boolean leftOut;

    private EventsAt(DomainEventStream stream, Moment moment, EffectiveTimes times) {
        this.stream = stream;
        this.moment = moment;
        this.times = times;
        next = find();
    }

    /** From the first event on; a snapshot would hide the first ones. */
    public static EventsAt of(EventStore events, String id, Moment moment) {
        return new EventsAt(events.readEvents(id, 0), moment, new EffectiveTimes(id));
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public DomainEventMessage<?> next() {
        DomainEventMessage<?> found =
                Optional.<DomainEventMessage<?>>ofNullable(next).orElseThrow(NoSuchElementException::new);
        next = find();
        return found;
    }

    @Override
    public void forEachRemaining(Consumer<? super DomainEventMessage<?>> action) {
        while (hasNext()) {
            action.accept(next());
        }
    }

    /** Whether an event was left out before the next one, because it had not happened. */
    boolean hasLeftOut() {
        return leftOut;
    }

    private @Nullable DomainEventMessage<?> find() {
        while (stream.hasNext()) {
            ReadDeadline.check();
            DomainEventMessage<?> message = stream.next();
            if (isLater(message.getSequenceNumber()) || isLater(message.getTimestamp(), moment.asOf())) {
                return null;
            }
            // Only who asks for what was true needs the payload of an event that does not count.
            if (moment.effectiveAt() == null || !isLater(times.next(message), moment.effectiveAt())) {
                return message;
            }
            leftOut = true;
        }
        return null;
    }

    private boolean isLater(long version) {
        return moment.version() != null && version > moment.version();
    }

    private static boolean isLater(Instant time, @Nullable Instant bound) {
        return bound != null && time.isAfter(bound);
    }
}
