package io.ordertrail.axon.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StreamAnchorTest {

    private static final TrackingToken SECOND = new GlobalSequenceTrackingToken(1);
    private static final TrackingToken LAST = new GlobalSequenceTrackingToken(2);

    /** The last event is not committed yet when the second processor asks for it first. */
    private final AtomicBoolean hidden = new AtomicBoolean(true);

    private final EmbeddedEventStore store = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine() {
                @Override
                public Stream<? extends TrackedEventMessage<?>> readEvents(TrackingToken from, boolean mayBlock) {
                    return !mayBlock && SECOND.equals(from) && hidden.compareAndSet(true, false)
                            ? Stream.empty()
                            : super.readEvents(from, mayBlock);
                }
            })
            .fetchDelay(20)
            .build();

    @AfterEach
    void stop() {
        store.shutDown();
    }

    @Test
    void pitfall_55_a_processor_that_missed_the_last_event_at_its_start_is_given_it() throws Exception {
        StreamAnchor anchor = new StreamAnchor(store);
        anchor.start();
        assertThat(isTheLastEventSeen()).isTrue();
        anchor.stop();
    }

    /** Axon's own: where this fails, Axon has mended it. */
    @Test
    void pitfall_55_without_it_the_processor_waits_until_another_event_is_stored() throws Exception {
        assertThat(isTheLastEventSeen()).isFalse();
    }

    private boolean isTheLastEventSeen() throws InterruptedException {
        store.publish(List.of(
                GenericEventMessage.asEventMessage("1"),
                GenericEventMessage.asEventMessage("2"),
                GenericEventMessage.asEventMessage("3")));
        try (BlockingStream<TrackedEventMessage<?>> first = store.openStream(LAST);
                BlockingStream<TrackedEventMessage<?>> second = store.openStream(SECOND)) {
            assertThat(first.hasNextAvailable()).isFalse();
            // Axon wakes a reader for events of others, too: it may have to look again.
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
            boolean seen = second.hasNextAvailable();
            while (!seen && System.nanoTime() < end) {
                seen = second.hasNextAvailable(50, TimeUnit.MILLISECONDS);
            }
            return seen;
        }
    }
}
