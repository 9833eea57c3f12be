package io.ordertrail.query.order;

import io.ordertrail.api.order.OrderCourseEvent.OrderCreated;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.view.OrderView;
import io.ordertrail.model.order.OrderState;
import io.ordertrail.query.projection.fold.Recorded;
import io.ordertrail.query.projection.fold.StreamFold;
import org.jspecify.annotations.Nullable;

/**
 * The order, from its events: the fold of the model behind the stored view, the answer "as of", and the proof that both
 * agree.
 */
final class OrderFold {

    static final StreamFold<OrderEvent, FoldedOrder> STREAM =
            new StreamFold<>("order", OrderEvent.class, FoldedOrder::version, OrderFold::fold);

    private OrderFold() {}

    private static FoldedOrder fold(@Nullable FoldedOrder before, Recorded<OrderEvent> recorded) {
        return before == null
                ? new FoldedOrder(first(recorded), recorded.version())
                : new FoldedOrder(before.state().evolve(recorded.event(), recorded.recordedAt()), recorded.version());
    }

    /** The view for a caller. Statuses are derived now, so that no row can hold an old one. */
    static OrderView view(FoldedOrder order) {
        return OrderViews.of(order);
    }

    private static OrderState first(Recorded<OrderEvent> recorded) {
        if (!(recorded.event() instanceof OrderCreated order)) {
            throw new IllegalStateException("A stream cannot begin with " + recorded.event());
        }
        return OrderState.of(order, recorded.recordedAt());
    }
}
