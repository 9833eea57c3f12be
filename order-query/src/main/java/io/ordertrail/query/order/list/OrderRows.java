package io.ordertrail.query.order.list;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.query.projection.fold.Recorded;
import io.ordertrail.query.reading.AggregateStream;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/**
 * The rows of orders right after each of their events, for whoever reads events one after the other. Those of the
 * orders that it has met last are kept, without the words by which they are found, and the next event goes on from
 * there; a view may be behind, or past it.
 */
public final class OrderRows {

    private static final int MOST = 2_000;

    private final Cache<String, ListedOrder> latest =
            Caffeine.newBuilder().maximumSize(MOST).build();
    private final AggregateStream<ListedOrder> streams;

    public OrderRows(EventStore events) {
        this.streams = new AggregateStream<>(events, OrderListFold.FEED);
    }

    /** @param event the payload of {@code message}, with or without what is personal */
    public ListedOrder after(OrderEvent event, DomainEventMessage<?> message) {
        String orderId = message.getAggregateIdentifier();
        long version = message.getSequenceNumber();
        ListedOrder before = latest.getIfPresent(orderId);
        ListedOrder row = follows(before, version)
                ? OrderListFold.FEED.next(before, Recorded.of(message, event))
                : streams.atVersion(orderId, version)
                        .orElseThrow(() -> new IllegalStateException("No event " + version + " of " + orderId));
        row = row.with(List.of());
        if (before == null || before.version() < row.version()) {
            latest.put(orderId, row);
        }
        return row;
    }

    private static boolean follows(@Nullable ListedOrder before, long version) {
        return before == null ? version == 0 : before.version() == version - 1;
    }
}
