package io.ordertrail.query.verification;

import io.ordertrail.api.projection.Projections;
import io.ordertrail.axon.store.TokenPosition;
import io.ordertrail.query.projection.ProjectionBoard;
import io.ordertrail.query.projection.position.Positions;
import java.util.Collections;
import java.util.List;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Compares the positions of the projections with the end of the store. */
final class HeadPositions {

    private final EventStore events;
    private final Positions positions;
    private final ProjectionBoard projections;

    HeadPositions(EventStore events, Positions positions, ProjectionBoard projections) {
        this.events = events;
        this.positions = positions;
        this.projections = projections;
    }

    long head() {
        return positions.head();
    }

    /** The state of each projection, compared with {@code head}. */
    List<Projections.Item> items(long head) {
        return projections.items(head);
    }

    /** Whether every projection that runs here has reached {@code head}. */
    boolean runnersHaveReached(long head) {
        return items(head).stream().noneMatch(item -> item.running() && item.position() < head);
    }

    /** Positions behind the token of {@code projection} at which an event is stored that it has not processed. */
    List<Long> hiddenBehind(String projection) {
        return positions.takenIn(projection).passedBy().stream()
                .filter(this::isStored)
                .sorted()
                .toList();
    }

    private boolean isStored(long position) {
        GapAwareTrackingToken before = GapAwareTrackingToken.newInstance(position - 1, Collections.emptySortedSet());
        try (BlockingStream<TrackedEventMessage<?>> stream = events.openStream(before)) {
            return stream.hasNextAvailable()
                    && TokenPosition.of(stream.nextAvailable().trackingToken()) == position;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while looking for event " + position, e);
        }
    }
}
