package io.ordertrail.query.feed;

import io.ordertrail.query.projection.fold.Recorded;
import io.ordertrail.query.projection.position.Positions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Reads on in the event store from a place, for whoever is far behind its end. */
final class EventReader {

    /** So many are looked at for one answer. */
    private static final int MOST = 500;

    private static final long FEW = 1_000;

    private final EventStore events;
    private final Teller teller;

    EventReader(EventStore events, Teller teller) {
        this.events = events;
        this.teller = teller;
    }

    /**
     * A place not long before {@code head} with nothing open before it: what follows it was recorded a while ago, or is
     * the first event of all.
     */
    Place settledBefore(long head) {
        for (long back = FEW; back <= head; back *= 4) {
            Place place = Place.at(head - back);
            if (isOld(place)) {
                return place;
            }
        }
        return Place.at(-1);
    }

    private boolean isOld(Place place) {
        try (BlockingStream<TrackedEventMessage<?>> stream = open(place)) {
            return stream.hasNextAvailable() && Teller.isOld(stream.nextAvailable());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while reading events", e);
        }
    }

    BlockingStream<TrackedEventMessage<?>> open(Place after) {
        return events.openStream(token(after));
    }

    private TrackingToken token(Place after) {
        // An Axon Server gives positions when it commits: none is open.
        return events instanceof EmbeddedEventStore
                ? GapAwareTrackingToken.newInstance(after.last(), after.open())
                : new GlobalSequenceTrackingToken(after.last());
    }

    /** {@link Found#more} tells whether it did not come to the end. */
    Found read(Place after, Predicate<FeedEvent> wanted, int limit) {
        List<Found.Item> items = new ArrayList<>();
        Place at = after;
        try (BlockingStream<TrackedEventMessage<?>> stream = open(after)) {
            boolean continued = false;
            for (int seen = 0; stream.hasNextAvailable(); seen++) {
                if (!continued && (seen >= MOST || items.size() >= limit)) {
                    return new Found(items, at, true);
                }
                TrackedEventMessage<?> message = stream.nextAvailable();
                long position = Positions.of(message);
                if (at.covers(position)) {
                    continue;
                }
                FeedEvent event = teller.event(message, position, at);
                at = event.after();
                continued = Recorded.isContinued(message);
                if (wanted.test(event)) {
                    items.add(new Found.Item(event, at));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while reading events", e);
        }
        return new Found(items, at, false);
    }
}
