package io.ordertrail.model.order.difference;

import io.ordertrail.api.order.OrderCourseEvent.OrderCancelled;
import io.ordertrail.api.order.OrderCourseEvent.OrderCompleted;
import io.ordertrail.api.order.OrderCourseEvent.OrderConfirmed;
import io.ordertrail.api.order.OrderCourseEvent.OrderReleased;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderLifecycle;
import io.ordertrail.api.order.value.CancellationReason;
import io.ordertrail.model.order.OrderFacts;
import io.ordertrail.model.order.OrderState;
import io.ordertrail.model.order.goods.LineStock;
import java.time.Instant;
import java.util.List;

/** What an order becomes by itself. */
public record Progress(OrderState state, Instant at) {

    public List<OrderEvent> ended() {
        OrderFacts facts = state.facts();
        if (facts.lifecycle() == OrderLifecycle.CONFIRMED) {
            return shipped(facts);
        }
        // What was refused to an edit is no reason to end the order: it keeps what it had, and somebody looks.
        // Nor what stock was never asked for: that may be asked again, until the order's time is over.
        boolean refused = facts.lifecycle() == OrderLifecycle.PENDING
                && !state.ordered().edited()
                && facts.stock().values().stream().anyMatch(line -> isRefused(line) && !line.takenOver());
        return refused
                ? List.of(new OrderCancelled(state.orderId(), CancellationReason.OUT_OF_STOCK, null, at))
                : List.of();
    }

    public List<OrderEvent> confirmed() {
        return state.facts().awaitsNothingMoreThanConfirmation()
                ? List.of(new OrderConfirmed(state.orderId(), state.ordered().shipWithin(), at))
                : List.of();
    }

    /** The hold of an order whose promised money was lost ends with its cause. */
    public List<OrderEvent> released() {
        OrderFacts facts = state.facts();
        return OrderFacts.PAYMENT_LOST.equals(facts.hold())
                        && facts.lifecycle() == OrderLifecycle.CONFIRMED
                        && facts.paidAsAgreed()
                ? List.of(new OrderReleased(state.orderId(), "What is due is paid or promised again.", at))
                : List.of();
    }

    private List<OrderEvent> shipped(OrderFacts facts) {
        if (facts.allDelivered()) {
            return List.of(new OrderCompleted(state.orderId(), state.lastDelivery(at)));
        }
        return facts.goods().wanted() == 0
                ? List.of(new OrderCancelled(state.orderId(), CancellationReason.LOST, null, at))
                : List.of();
    }

    public static boolean isRefused(LineStock line) {
        return line.answered() && line.refused() > 0 && !line.again();
    }
}
