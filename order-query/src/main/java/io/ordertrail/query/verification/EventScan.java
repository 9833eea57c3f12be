package io.ordertrail.query.verification;

import io.ordertrail.axon.store.PassListener;
import io.ordertrail.axon.store.TokenPosition;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Every event that is stored, from the first to where the store ended when it was asked. */
public final class EventScan {

    private static final int PATIENCE_SECONDS = 5;

    private final EventStore events;
    private final PassListener listener;

    EventScan(EventStore events, PassListener listener) {
        this.events = events;
        this.listener = listener;
    }

    /**
     * Hands {@code each} all events up to {@code head}.
     *
     * @param pass what they are read for
     * @return the position of the last event seen, which is less than {@code head} if the store did not give all
     */
    public long forEach(String pass, long head, Consumer<TrackedEventMessage<?>> each) {
        long position = -1;
        try (BlockingStream<TrackedEventMessage<?>> stream = events.openStream(events.createTailToken())) {
            while (position < head && stream.hasNextAvailable(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                TrackedEventMessage<?> message = stream.nextAvailable();
                position = TokenPosition.of(message.trackingToken());
                each.accept(message);
                listener.at(pass, position, head);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return position;
    }
}
