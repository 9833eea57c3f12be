package io.ordertrail.query.order;

import io.ordertrail.api.order.value.Totals;
import io.ordertrail.model.order.OrderFacts;
import io.ordertrail.model.order.OrderState;
import io.ordertrail.model.order.Placement;
import java.time.Instant;

/**
 * A row of order-view: an order after some of its events.
 *
 * @param version sequence number of the last of them
 */
record FoldedOrder(OrderState state, long version) {

    String orderId() {
        return state.orderId();
    }

    Placement placed() {
        return state.placed();
    }

    OrderFacts facts() {
        return state.facts();
    }

    Totals totals() {
        return state.ordered().totals();
    }

    Instant updatedAt() {
        return state.recordedAt();
    }
}
