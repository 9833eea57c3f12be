package io.ordertrail.query.order.list;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.axon.message.MetaKeys;
import io.ordertrail.query.projection.fold.Recorded;
import io.ordertrail.query.reading.AggregateStream;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/**
 * The rows of orders right before and after each of their events, for whoever reads events, from wherever they begin.
 * Those that were asked for last are kept, without the words by which they are found, and the next event goes on from
 * there; a view may be behind, or past it.
 */
public final class OrderRows {

    private static final int MOST = 5_000;

    private final Cache<Version, ListedOrder> kept =
            Caffeine.newBuilder().maximumSize(MOST).build();
    private final AggregateStream<ListedOrder> streams;

    private record Version(String orderId, long number) {}

    /**
     * The row of an order around an event.
     *
     * @param before null if it is the first one
     */
    public record Step(@Nullable ListedOrder before, ListedOrder after) {}

    public OrderRows(EventStore events) {
        this.streams = new AggregateStream<>(events, OrderListFold.STREAM);
    }

    /**
     * What was read out of one stored event is one step.
     *
     * @param event the payload of {@code message}, with or without what is personal
     */
    public Step around(OrderEvent event, DomainEventMessage<?> message) {
        Version at = new Version(message.getAggregateIdentifier(), message.getSequenceNumber());
        ListedOrder before = at.number() == 0 ? null : row(new Version(at.orderId(), at.number() - 1));
        ListedOrder known = kept.getIfPresent(at);
        if (known != null) {
            return new Step(before, known);
        }
        return new Step(
                before,
                isPart(message) ? row(at) : keep(at, OrderListFold.STREAM.next(before, Recorded.of(message, event))));
    }

    private static boolean isPart(DomainEventMessage<?> message) {
        return Recorded.isContinued(message) || message.getMetaData().containsKey(MetaKeys.STORED_EVENT);
    }

    private ListedOrder row(Version at) {
        ListedOrder known = kept.getIfPresent(at);
        return known != null
                ? known
                : keep(
                        at,
                        streams.atVersion(at.orderId(), at.number())
                                .orElseThrow(() ->
                                        new IllegalStateException("No event " + at.number() + " of " + at.orderId())));
    }

    private ListedOrder keep(Version at, ListedOrder row) {
        ListedOrder wordless = row.with(List.of());
        kept.put(at, wordless);
        return wordless;
    }
}
