package io.ordertrail.axon.store;

import java.util.List;
import java.util.Objects;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.spring.config.SpringAxonConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Reads the event store's shared stream before any event processor does, and stays. Axon begins that stream where its
 * first reader is, not its last: a processor that came second, and had not seen the latest event, would wait for it
 * until another one is stored (docs/reference/axon-pitfalls.md, 55).
 */
final class StreamAnchor implements SmartLifecycle {

    /** So many of the latest events are read again, so that those which are committed late are found among them. */
    private static final int LATE = 1000;

    private final EventStore events;
    private @Nullable BlockingStream<TrackedEventMessage<?>> stream;

    StreamAnchor(EventStore events) {
        this.events = events;
    }

    @Override
    public void start() {
        BlockingStream<TrackedEventMessage<?>> opened = events.openStream(begin());
        stream = opened;
        try {
            while (opened.hasNextAvailable()) {
                opened.nextAvailable();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the event store is read for the first time", e);
        }
    }

    @Override
    public void stop() {
        Objects.requireNonNull(stream).close();
        stream = null;
    }

    @Override
    public boolean isRunning() {
        return stream != null;
    }

    /** Before Axon starts its processors, and after it has stopped them. */
    @Override
    public int getPhase() {
        return SpringAxonConfiguration.LIFECYCLE_PHASE - 1;
    }

    private @Nullable TrackingToken begin() {
        return events.createHeadToken() instanceof GapAwareTrackingToken head
                ? GapAwareTrackingToken.newInstance(Math.max(-1, head.getIndex() - LATE), List.of())
                : null;
    }
}
