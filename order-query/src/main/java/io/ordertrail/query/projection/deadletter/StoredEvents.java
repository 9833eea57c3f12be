package io.ordertrail.query.projection.deadletter;

import io.ordertrail.query.projection.position.Positions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Events as the store has them, read again. */
public final class StoredEvents {

    private final EventStore events;

    public StoredEvents(EventStore events) {
        this.events = events;
    }

    /** The stream {@code id}; a snapshot would hide the first events. */
    DomainEventStream of(String id) {
        return events.readEvents(id, 0);
    }

    /** The first {@code most} events of those from position {@code first} to {@code last} that are {@code wanted}. */
    List<EventMessage<?>> between(long first, long last, Predicate<EventMessage<?>> wanted, int most) {
        List<EventMessage<?>> found = new ArrayList<>();
        try (BlockingStream<TrackedEventMessage<?>> stream = events.openStream(before(first))) {
            while (found.size() < most && stream.hasNextAvailable()) {
                TrackedEventMessage<?> event = stream.nextAvailable();
                if (Positions.of(event) > last) {
                    break;
                }
                if (wanted.test(event)) {
                    found.add(event);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while reading events", e);
        }
        return found;
    }

    private TrackingToken before(long position) {
        return events instanceof EmbeddedEventStore
                ? GapAwareTrackingToken.newInstance(position - 1, Collections.emptySortedSet())
                : new GlobalSequenceTrackingToken(position - 1);
    }
}
