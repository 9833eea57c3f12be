package io.ordertrail.query.order;

import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderEvent.AddressChanged;
import io.ordertrail.api.order.OrderEvent.OrderCancelled;
import io.ordertrail.api.order.OrderEvent.OrderCreated;
import io.ordertrail.api.order.OrderEvent.OrderEdited;
import io.ordertrail.api.order.OrderView;
import io.ordertrail.model.order.OrderFacts;
import io.ordertrail.query.order.FoldedOrder.Parts;
import io.ordertrail.query.projection.fold.Recorded;
import org.jspecify.annotations.Nullable;

/**
 * The order, from its events: one function behind the stored view, the answer "as of", and the proof that both agree. It
 * knows no clock and no database.
 */
final class OrderFold {

    private OrderFold() {}

    /** {@code before} with one more event, or {@code before} itself if it already holds that event. */
    static FoldedOrder fold(@Nullable FoldedOrder before, Recorded<OrderEvent> recorded) {
        OrderEvent event = recorded.event();
        if (before == null) {
            recorded.follows(-1);
            return first(event, recorded);
        }
        if (!recorded.follows(before.version())) {
            return before;
        }
        OrderFacts facts = before.facts().after(event);
        return detail(before, event)
                .at(facts, PartsFold.next(before.parts(), recorded, facts), recorded.version(), recorded.recordedAt());
    }

    /** The view for a caller. Statuses are derived now, so that no row can hold an old one. */
    static OrderView view(FoldedOrder order) {
        return OrderViews.of(order);
    }

    private static FoldedOrder first(OrderEvent event, Recorded<OrderEvent> recorded) {
        if (!(event instanceof OrderCreated order)) {
            throw new IllegalStateException("A stream cannot begin with " + event);
        }
        OrderFacts facts = OrderFacts.of(order);
        return new FoldedOrder(
                order,
                null,
                facts,
                PartsFold.next(Parts.NONE, recorded, facts),
                order.shippingAddress(),
                order.billingAddress(),
                null,
                recorded.version(),
                recorded.recordedAt());
    }

    private static FoldedOrder detail(FoldedOrder order, OrderEvent event) {
        if (event instanceof OrderCancelled cancelled) {
            return order.with(new OrderView.Cancellation(cancelled.reason(), cancelled.note(), cancelled.at()));
        }
        if (event instanceof AddressChanged changed) {
            return order.with(changed);
        }
        return event instanceof OrderEdited edited ? order.with(edited) : order;
    }
}
