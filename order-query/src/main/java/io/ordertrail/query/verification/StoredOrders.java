package io.ordertrail.query.verification;

import io.ordertrail.query.order.OrderAudit;
import io.ordertrail.query.projection.Positions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Every order that the event store knows, in the order in which they were placed. */
final class StoredOrders {

    private static final int PAGE = 200;
    private static final int PATIENCE_SECONDS = 5;

    private final EventStore events;

    StoredOrders(EventStore events) {
        this.events = events;
    }

    /**
     * Hands {@code pages} the ids of all orders begun up to {@code head}.
     *
     * @return the position of the last event seen, which is less than {@code head} if the store did not give all
     */
    long forEachPage(long head, Consumer<List<String>> pages) {
        List<String> page = new ArrayList<>();
        long position = -1;
        try (BlockingStream<TrackedEventMessage<?>> stream = events.openStream(events.createTailToken())) {
            while (position < head && stream.hasNextAvailable(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                TrackedEventMessage<?> message = stream.nextAvailable();
                position = Positions.of(message.trackingToken());
                if (message instanceof DomainEventMessage<?> event && OrderAudit.begins(event)) {
                    page.add(event.getAggregateIdentifier());
                }
                if (page.size() == PAGE) {
                    pages.accept(List.copyOf(page));
                    page.clear();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!page.isEmpty()) {
            pages.accept(List.copyOf(page));
        }
        return position;
    }
}
