package io.ordertrail.model.order.decision;

import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.NotYet;
import io.ordertrail.api.order.OrderAction;
import io.ordertrail.api.order.OrderCourseCommand.CancelLines;
import io.ordertrail.api.order.OrderCourseCommand.CancelOrder;
import io.ordertrail.api.order.OrderCourseCommand.ExpireOrder;
import io.ordertrail.api.order.OrderCourseEvent.OrderCancelled;
import io.ordertrail.api.order.OrderCourseEvent.OrderExpired;
import io.ordertrail.api.order.OrderCourseEvent.OrderLinesCancelled;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderLifecycle;
import io.ordertrail.api.order.value.CancellationReason;
import io.ordertrail.api.order.value.CancelledLine;
import io.ordertrail.api.order.value.LineQuantity;
import io.ordertrail.api.payment.PaymentOperation;
import java.time.Instant;
import java.util.List;
import org.joda.money.Money;

/** How an order, or a part of it, ends before it has left. Shipping is not given back for a part. */
public record CancellationDecisions(OrderContext order) {

    public List<OrderEvent> cancel(CancelOrder command) {
        order.allow(OrderAction.CANCEL);
        return List.of(new OrderCancelled(order.orderId(), command.reason(), command.note(), order.at(command.at())));
    }

    /** Without its last unit the order ends. */
    public List<OrderEvent> cancelLines(CancelLines command) {
        List<LineQuantity> units = order.allow(OrderAction.CANCEL_LINES).withinOpen(command.lines());
        Instant at = order.at(command.at());
        long cancelled = units.stream().mapToLong(LineQuantity::quantity).sum();
        if (cancelled == order.facts().goods().wanted()) {
            return List.of(new OrderCancelled(order.orderId(), command.reason(), command.note(), at));
        }
        List<CancelledLine> lines = order.state().cancelled(units);
        Money value = lines.stream().map(CancelledLine::value).reduce(Money.zero(order.currency()), Money::plus);
        return List.of(new OrderLinesCancelled(order.orderId(), lines, value, command.reason(), command.note(), at));
    }

    /** A deadline. Not while somebody looks at the order, or nobody knows whether it is paid. */
    public List<OrderEvent> expire(ExpireOrder command) {
        if (order.facts().lifecycle() != OrderLifecycle.PENDING) {
            return List.of();
        }
        if (order.facts().hold() != null) {
            throw new Refused(new NotYet("The order is on hold, and does not expire meanwhile."));
        }
        if (order.facts().funds().isAsked(PaymentOperation.AUTHORIZE)) {
            throw new Refused(new NotYet("A payment has no answer yet, and the order does not expire meanwhile."));
        }
        Instant now = order.now();
        return List.of(
                new OrderExpired(command.orderId(), now),
                new OrderCancelled(command.orderId(), CancellationReason.EXPIRED, null, now));
    }
}
