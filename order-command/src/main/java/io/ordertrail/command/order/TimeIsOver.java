package io.ordertrail.command.order;

import io.ordertrail.api.order.CancellationReason;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderEvent.OrderCancelled;
import io.ordertrail.api.order.OrderEvent.OrderExpired;
import io.ordertrail.api.order.OrderEvent.OrderOverdue;
import io.ordertrail.api.order.OrderLifecycle;
import io.ordertrail.api.order.Quantities;
import java.time.Instant;
import java.util.List;

/** What an order makes of a deadline that has passed; nothing where what it waited for has come. */
final class TimeIsOver {

    private TimeIsOver() {}

    static List<OrderEvent> expire(OrderState state, Instant now) {
        return state.facts().lifecycle() == OrderLifecycle.PENDING
                ? List.of(
                        new OrderExpired(state.orderId(), now),
                        new OrderCancelled(state.orderId(), CancellationReason.EXPIRED, null, now))
                : List.of();
    }

    static List<OrderEvent> overdue(OrderState state, Instant now) {
        Quantities goods = state.facts().goods();
        return state.facts().lifecycle() == OrderLifecycle.CONFIRMED && goods.shipped() < goods.wanted()
                ? List.of(new OrderOverdue(state.orderId(), now))
                : List.of();
    }
}
