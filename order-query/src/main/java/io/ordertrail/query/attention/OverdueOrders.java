package io.ordertrail.query.attention;

import io.ordertrail.api.attention.AttentionKind;
import io.ordertrail.api.order.OrderCourseEvent.OrderCancelled;
import io.ordertrail.api.order.OrderCourseEvent.OrderCompleted;
import io.ordertrail.api.order.OrderCourseEvent.OrderOverdue;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderGoodsEvent.OrderShipped;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An order that is late, until some of its goods leave or it ends: then a person is working on it. */
final class OverdueOrders implements Watch {

    @Override
    public Set<Class<?>> events() {
        return Set.of(OrderOverdue.class, OrderShipped.class, OrderCompleted.class, OrderCancelled.class);
    }

    @Override
    public String key(Object event) {
        return "overdue/" + ((OrderEvent) event).orderId();
    }

    @Override
    public @Nullable AttentionRow next(@Nullable AttentionRow row, Object event, long version) {
        OrderEvent order = (OrderEvent) event;
        if (!(event instanceof OrderOverdue)) {
            return row == null ? null : row.resolve(order.at(), version);
        }
        if (row != null && row.needsSomebody()) {
            return row;
        }
        return AttentionRow.open(
                key(event),
                AttentionKind.ORDER_OVERDUE,
                order.orderId(),
                "ORDER_OVERDUE",
                "Not all of it has left by the time by which it should have.",
                order.at(),
                version);
    }
}
