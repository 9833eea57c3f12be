package io.ordertrail.query.feed;

import io.ordertrail.axon.store.ProcessedPositions;
import io.ordertrail.query.projection.fold.Recorded;
import io.ordertrail.query.projection.position.Positions;
import io.ordertrail.query.projection.position.SortedEvents;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/** Reads on in the event store from a place, for whoever is far behind its end. */
final class EventReader {

    /** So many are looked at for one answer. */
    private static final int MOST = 500;

    private static final long FEW = 1_000;

    private final EventStore events;
    private final SortedEvents sorted;
    private final Teller teller;

    /** @param storage null where an Axon Server has the events */
    EventReader(EventStore events, @Nullable EventStorageEngine storage, Teller teller) {
        this.events = events;
        this.sorted = new SortedEvents(events, storage, Duration.ZERO);
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
        AtomicBoolean old = new AtomicBoolean();
        sorted.forEach(processed(place), message -> {
            old.set(Teller.isOld(message));
            return false;
        });
        return old.get();
    }

    /** What comes next, too; in the order of commits, which is another one where one is late. */
    BlockingStream<TrackedEventMessage<?>> open(Place after) {
        return events.openStream(sorted.token(processed(after)));
    }

    private static ProcessedPositions processed(Place place) {
        return new ProcessedPositions(place.last(), place.open());
    }

    /** {@link Found#more} tells whether it did not come to the end. */
    Found read(Place after, Predicate<FeedEvent> wanted, int limit) {
        Reading reading = new Reading(after, wanted, limit);
        // In the order of commits, a late event would come behind ones that are old by now, and be taken for one that
        // never was.
        sorted.forEach(processed(after), reading::take);
        return new Found(reading.items, reading.at, reading.more);
    }

    private final class Reading {

        private final List<Found.Item> items = new ArrayList<>();
        private final Predicate<FeedEvent> wanted;
        private final int limit;
        private Place at;
        private int seen;
        private boolean continued;
        private boolean more;

        Reading(Place after, Predicate<FeedEvent> wanted, int limit) {
            this.at = after;
            this.wanted = wanted;
            this.limit = limit;
        }

        /** Whether it wants more. */
        boolean take(TrackedEventMessage<?> message) {
            if (!continued && (seen >= MOST || items.size() >= limit)) {
                more = true;
                return false;
            }
            seen++;
            long position = Positions.of(message);
            if (at.covers(position)) {
                return true;
            }
            FeedEvent event = teller.event(message, position, at);
            at = event.after();
            continued = Recorded.isContinued(message);
            if (wanted.test(event)) {
                items.add(new Found.Item(event, at));
            }
            return true;
        }
    }
}
