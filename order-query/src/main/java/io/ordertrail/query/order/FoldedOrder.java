package io.ordertrail.query.order;

import io.ordertrail.api.order.OrderEvent.OrderCreated;
import io.ordertrail.api.order.OrderFacts;
import io.ordertrail.api.order.OrderView;
import io.ordertrail.api.order.Quantities;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An order after some of its events: what a row of order-view holds, and what {@link OrderFold#view} is made of.
 *
 * @param placed what never changes
 * @param quantities by line id
 * @param version sequence number of the last event folded in
 * @param updatedAt when that event was recorded
 */
record FoldedOrder(
        OrderCreated placed,
        OrderFacts facts,
        Map<String, Quantities> quantities,
        List<OrderView.Payment> payments,
        List<OrderView.Shipment> shipments,
        OrderView.@Nullable Cancellation cancellation,
        long version,
        Instant updatedAt) {

    String orderId() {
        return placed.orderId();
    }

    FoldedOrder with(Map<String, Quantities> moved) {
        return new FoldedOrder(placed, facts, moved, payments, shipments, cancellation, version, updatedAt);
    }

    FoldedOrder withPayments(List<OrderView.Payment> more) {
        return new FoldedOrder(placed, facts, quantities, more, shipments, cancellation, version, updatedAt);
    }

    FoldedOrder withShipments(List<OrderView.Shipment> more) {
        return new FoldedOrder(placed, facts, quantities, payments, more, cancellation, version, updatedAt);
    }

    FoldedOrder with(OrderView.Cancellation why) {
        return new FoldedOrder(placed, facts, quantities, payments, shipments, why, version, updatedAt);
    }

    FoldedOrder at(OrderFacts newFacts, long newVersion, Instant recordedAt) {
        return new FoldedOrder(placed, newFacts, quantities, payments, shipments, cancellation, newVersion, recordedAt);
    }
}
