package io.ordertrail.query.order;

import io.ordertrail.api.RequestRefusal.ViewBehind;
import io.ordertrail.api.order.OrderQuery.GetOrder;
import io.ordertrail.api.order.OrderQuery.GetOrderAsOf;
import io.ordertrail.api.order.OrderQuery.GetOrderByNumber;
import io.ordertrail.api.order.OrderRefusal.OrderNotFound;
import io.ordertrail.api.order.OrderView;
import io.ordertrail.axon.Refused;
import io.ordertrail.query.projection.Arrivals;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import org.axonframework.queryhandling.QueryHandler;

/** Answers what one order is, and was. */
final class OrderLookup {

    static final Duration PATIENCE = Duration.ofSeconds(2);

    private final OrderViewTable views;
    private final OrderStream streams;
    private final Arrivals arrivals;

    OrderLookup(OrderViewTable views, OrderStream streams, Arrivals arrivals) {
        this.views = views;
        this.streams = streams;
        this.arrivals = arrivals;
    }

    @QueryHandler
    OrderView get(GetOrder query) {
        String orderId = query.orderId();
        if (query.minVersion() != null) {
            await(orderId, query.minVersion(), () -> views.version(orderId));
        }
        return views.byId(orderId)
                // Not in the view yet, or not at the moment: an order that was placed is never "not found".
                .or(() -> streams.fold(orderId))
                .map(OrderFold::view)
                .orElseThrow(() -> notFound(orderId));
    }

    @QueryHandler
    OrderView get(GetOrderByNumber query) {
        return views.byNumber(query.number()).map(OrderFold::view).orElseThrow(() -> notFound(query.number()));
    }

    @QueryHandler
    OrderView get(GetOrderAsOf query) {
        return query.version() != null
                ? atVersion(query.orderId(), query.version())
                : recordedBy(query.orderId(), query.asOf() == null ? Instant.MAX : query.asOf());
    }

    private OrderView atVersion(String orderId, long version) {
        return streams.fold(orderId, event -> event.getSequenceNumber() <= version)
                .filter(order -> order.version() == version)
                .map(OrderFold::view)
                .orElseThrow(() -> notFound(orderId + " at version " + version));
    }

    private OrderView recordedBy(String orderId, Instant instant) {
        return streams.fold(orderId, event -> !event.getTimestamp().isAfter(instant))
                .map(OrderFold::view)
                .orElseThrow(() -> notFound(orderId + " as of " + instant));
    }

    /** Waits until {@code version} says at least {@code wanted}, for which the order must exist at all. */
    void await(String orderId, long wanted, LongSupplier version) {
        if (version.getAsLong() >= wanted) {
            return;
        }
        if (!streams.read(orderId).hasNext()) {
            throw notFound(orderId);
        }
        if (!arrivals.await(() -> version.getAsLong() >= wanted, PATIENCE)) {
            throw new Refused(new ViewBehind(wanted, version.getAsLong()));
        }
    }

    static Refused notFound(String what) {
        return new Refused(new OrderNotFound(what));
    }
}
