package io.ordertrail.query.projection.position;

import io.ordertrail.axon.store.ProcessedPositions;
import java.time.Duration;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/**
 * Events in the order of their positions. The stream of the embedded event store gives them in the order in which they
 * were committed, which is another one: a late event comes behind later ones. So there its storage is read.
 */
public final class SortedEvents {

    private final EventStore events;
    private final @Nullable EventStorageEngine storage;
    private final Duration patience;

    /**
     * @param storage null where an Axon Server has the events: it gives positions when it commits
     * @param patience how long an Axon Server may take for the next event before there is none
     */
    public SortedEvents(EventStore events, @Nullable EventStorageEngine storage, Duration patience) {
        this.events = events;
        this.storage = storage;
        this.patience = patience;
    }

    /** The token of {@code processed}. */
    public TrackingToken token(ProcessedPositions processed) {
        return storage == null
                ? new GlobalSequenceTrackingToken(processed.last())
                : GapAwareTrackingToken.newInstance(
                        processed.last(), new TreeSet<>(processed.passedBy()).headSet(processed.last()));
    }

    /** Hands {@code each} what is not in {@code processed}, in order, until it wants no more or there is none. */
    public void forEach(ProcessedPositions processed, Predicate<TrackedEventMessage<?>> each) {
        if (storage == null) {
            streamed(processed, each);
            return;
        }
        try (Stream<? extends TrackedEventMessage<?>> stream = storage.readEvents(token(processed), false)) {
            // It ends with the first one after which no more is wanted.
            stream.allMatch(each);
        }
    }

    private void streamed(ProcessedPositions processed, Predicate<TrackedEventMessage<?>> each) {
        try (BlockingStream<TrackedEventMessage<?>> stream = events.openStream(token(processed))) {
            boolean more = true;
            while (more && stream.hasNextAvailable((int) patience.toMillis(), TimeUnit.MILLISECONDS)) {
                more = each.test(stream.nextAvailable());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while reading events", e);
        }
    }
}
