package io.ordertrail.query;

import io.ordertrail.api.order.CancellationReason;
import io.ordertrail.api.order.LineQuantity;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderEvent.OrderBackorderFilled;
import io.ordertrail.api.order.OrderEvent.OrderCancelled;
import io.ordertrail.api.order.OrderEvent.OrderCreated;
import io.ordertrail.api.order.OrderEvent.OrderEditProposed;
import io.ordertrail.api.order.OrderEvent.OrderEdited;
import io.ordertrail.api.order.OrderEvent.OrderExpired;
import io.ordertrail.api.order.OrderEvent.OrderOverdue;
import io.ordertrail.api.order.OrderEvent.OrderPaymentChosen;
import io.ordertrail.api.order.OrderEvent.OrderProblemReported;
import io.ordertrail.api.order.OrderEvent.OrderProblemResolved;
import io.ordertrail.api.order.OrderEvent.OrderStockRejected;
import io.ordertrail.api.order.OrderEvent.OrderStockRequested;
import io.ordertrail.api.order.OrderEvent.OrderStockReserved;
import io.ordertrail.api.order.OrderEvent.PaymentProcessed;
import io.ordertrail.api.order.OrderEvent.RefundRecorded;
import io.ordertrail.api.order.OrderEvent.ReturnRecorded;
import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.order.OrderLine;
import io.ordertrail.api.order.PaymentKind;
import io.ordertrail.api.order.RefundKind;
import io.ordertrail.api.order.ReturnStage;
import io.ordertrail.api.order.StockLine;
import io.ordertrail.api.order.Totals;
import io.ordertrail.api.payment.PaymentChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What processes between subjects make of an order, as a part of {@link Stories}. */
final class ProcessStories {

    private final Random random;

    ProcessStories(Random random) {
        this.random = random;
    }

    /** Waits for stock or for money in vain. */
    void ends(OrderCreated order, List<OrderEvent> events) {
        String id = order.orderId();
        events.add(new OrderPaymentChosen(id, PaymentChoice.sandbox("decline"), order.at()));
        if (random.nextBoolean()) {
            events.add(
                    Stories.payment(order, PaymentKind.DECLINED, order.totals().grand()));
            events.add(new OrderExpired(id, order.at()));
            events.add(new OrderCancelled(id, CancellationReason.EXPIRED, null, order.at()));
        } else {
            events.add(new OrderStockRequested(id, stock(order.lines().get(0)), order.at()));
            events.add(new OrderStockRejected(id, "1", order.at()));
            events.add(new OrderCancelled(id, CancellationReason.OUT_OF_STOCK, null, order.at()));
        }
    }

    /** One more of the first line, and a line more; the others go. */
    void isEdited(OrderCreated order, List<OrderEvent> events) {
        String id = order.orderId();
        OrderLine first = order.lines().get(0);
        OrderLine more = line(first, "1", first.sku(), first.quantity() + 1);
        OrderLine added = line(first, String.valueOf(order.lines().size() + 1), "SKU-NEW", 2);
        Money goods = more.total().plus(added.total());
        Money nothing = Money.zero(order.currency());
        Money freight = order.totals().shipping();
        Totals totals = new Totals(goods, nothing, freight, nothing, nothing, goods.plus(freight));
        Money difference = totals.grand().minus(order.totals().grand());
        List<OrderLine> lines = List.of(more, added);
        List<StockLine> stock = stock(added);
        String edit = OrderId.edit(id, "e");
        events.add(new OrderEditProposed(id, edit, lines, totals, difference, stock, "more", order.at()));
        if (random.nextBoolean()) {
            events.add(new OrderEdited(id, edit, lines, totals, difference, stock, order.at()));
        }
    }

    /** Stock is asked for the first line, and perhaps there at once. */
    void isStocked(OrderCreated order, List<OrderEvent> events) {
        if (random.nextBoolean()) {
            return;
        }
        String id = order.orderId();
        OrderLine first = order.lines().get(0);
        events.add(new OrderStockRequested(id, stock(first), order.at()));
        boolean later = random.nextBoolean();
        List<LineQuantity> missing = later ? List.of(new LineQuantity("1", first.quantity())) : List.of();
        events.add(new OrderStockReserved(id, missing, order.at()));
        if (later) {
            events.add(new OrderOverdue(id, order.at()));
            events.add(new OrderBackorderFilled(id, "1", first.quantity(), order.at()));
        }
    }

    /** One of the first line, and its money where it was received. */
    void comesBack(OrderCreated order, List<LineQuantity> parcel, List<OrderEvent> events) {
        if (random.nextInt(3) == 0) {
            return;
        }
        Money worth = order.lines().get(0).unitPrice();
        List<LineQuantity> one = List.of(new LineQuantity(parcel.get(0).lineId(), 1));
        events.add(returned(order, ReturnStage.REQUESTED, one, worth));
        events.add(returned(order, ReturnStage.APPROVED, List.of(), null));
        switch (random.nextInt(3)) {
            case 0 -> events.add(returned(order, ReturnStage.EXPIRED, one, null));
            case 1 -> {}
            default -> {
                events.add(returned(order, ReturnStage.RECEIVED, one, worth));
                refund(order, worth, events);
                events.add(returned(order, ReturnStage.CLOSED, List.of(), null));
            }
        }
    }

    private static void refund(OrderCreated order, Money worth, List<OrderEvent> events) {
        List<OrderEvent> before = new ArrayList<>(events);
        for (OrderEvent event : before) {
            if (event instanceof PaymentProcessed paid && paid.kind() == PaymentKind.CAPTURED) {
                events.add(new RefundRecorded(
                        order.orderId(), paid.paymentId(), "r", RefundKind.REFUND, worth, order.at()));
            }
        }
    }

    void hasProblems(OrderCreated order, List<OrderEvent> events) {
        if (random.nextInt(5) == 0) {
            String id = order.orderId();
            events.add(new OrderProblemReported(id, "p-1", "STEP_STUCK", "It does not go through.", order.at()));
            if (random.nextBoolean()) {
                events.add(new OrderProblemResolved(id, "p-1", "by hand", order.at()));
            }
        }
    }

    private static ReturnRecorded returned(
            OrderCreated order, ReturnStage stage, List<LineQuantity> lines, @Nullable Money worth) {
        return new ReturnRecorded(
                order.orderId(),
                OrderId.returned(order.orderId(), "r"),
                stage,
                lines,
                worth == null ? List.of() : List.of(worth),
                stage == ReturnStage.REQUESTED ? "too big" : null,
                null,
                null,
                order.at());
    }

    private static OrderLine line(OrderLine like, String lineId, String sku, int quantity) {
        return new OrderLine(
                lineId,
                sku,
                like.name(),
                quantity,
                like.unitPrice(),
                like.discount(),
                like.taxRate(),
                like.priceIncludesTax(),
                like.unitPrice().multipliedBy(quantity),
                like.tax());
    }

    private static List<StockLine> stock(OrderLine line) {
        return List.of(new StockLine(line.lineId(), line.sku(), line.quantity()));
    }
}
