package io.ordertrail.query.order;

import io.ordertrail.api.order.CancelledLine;
import io.ordertrail.api.order.Funds;
import io.ordertrail.api.order.LineQuantity;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderEvent.OrderCancelled;
import io.ordertrail.api.order.OrderEvent.OrderCompleted;
import io.ordertrail.api.order.OrderEvent.OrderConfirmed;
import io.ordertrail.api.order.OrderEvent.OrderCreated;
import io.ordertrail.api.order.OrderEvent.OrderDelivered;
import io.ordertrail.api.order.OrderEvent.OrderHeld;
import io.ordertrail.api.order.OrderEvent.OrderLinesCancelled;
import io.ordertrail.api.order.OrderEvent.OrderNoteAdded;
import io.ordertrail.api.order.OrderEvent.OrderReleased;
import io.ordertrail.api.order.OrderEvent.OrderShipped;
import io.ordertrail.api.order.OrderEvent.PaymentProcessed;
import io.ordertrail.api.order.OrderEvent.PaymentWaived;
import io.ordertrail.api.order.OrderEvent.ShipmentApproved;
import io.ordertrail.api.order.OrderFacts;
import io.ordertrail.api.order.OrderLifecycle;
import io.ordertrail.api.order.OrderLine;
import io.ordertrail.api.order.PaymentKind;
import io.ordertrail.api.order.Quantities;
import java.util.List;

/** What each event changes of the facts about an order as a whole; view and list both stand on it. */
final class FactsFold {

    private FactsFold() {}

    static OrderFacts first(OrderCreated order) {
        long units = order.lines().stream().mapToLong(OrderLine::quantity).sum();
        return OrderFacts.created(
                order.paymentTerms(),
                Quantities.ordered(units),
                Funds.owing(order.totals().grand()));
    }

    static OrderFacts next(OrderFacts facts, OrderEvent event) {
        Quantities goods = facts.goods();
        if (event instanceof PaymentProcessed payment) {
            return facts.with(moved(facts.funds(), payment));
        }
        if (event instanceof PaymentWaived) {
            return facts.waive();
        }
        if (event instanceof OrderConfirmed) {
            return facts.become(OrderLifecycle.CONFIRMED);
        }
        if (event instanceof OrderHeld held) {
            return facts.hold(held.reason());
        }
        if (event instanceof OrderReleased) {
            return facts.hold(null);
        }
        if (event instanceof ShipmentApproved approved) {
            return facts.with(goods.approve(units(approved.lines())));
        }
        if (event instanceof OrderShipped shipped) {
            return facts.with(goods.ship(units(shipped.lines())));
        }
        if (event instanceof OrderDelivered delivered) {
            return facts.with(goods.deliver(units(delivered.lines())));
        }
        if (event instanceof OrderCompleted) {
            return facts.become(OrderLifecycle.COMPLETED);
        }
        if (event instanceof OrderCancelled) {
            return facts.become(OrderLifecycle.CANCELLED);
        }
        if (event instanceof OrderLinesCancelled cancelled) {
            long units = cancelled.lines().stream()
                    .mapToLong(CancelledLine::quantity)
                    .sum();
            return facts.with(goods.cancel(units)).with(facts.funds().shrink(cancelled.value()));
        }
        if (event instanceof OrderNoteAdded) {
            return facts;
        }
        throw new IllegalStateException("An order that exists cannot take in " + event);
    }

    private static Funds moved(Funds funds, PaymentProcessed payment) {
        return payment.kind() == PaymentKind.CAPTURED
                ? funds.capture(payment.amount())
                : funds.authorize(payment.amount());
    }

    private static long units(List<LineQuantity> lines) {
        return lines.stream().mapToLong(LineQuantity::quantity).sum();
    }
}
