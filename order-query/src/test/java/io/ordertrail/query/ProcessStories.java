package io.ordertrail.query;

import io.ordertrail.api.message.ApprovalKind;
import io.ordertrail.api.order.OrderCourseEvent.AddressChanged;
import io.ordertrail.api.order.OrderCourseEvent.OrderCancelled;
import io.ordertrail.api.order.OrderCourseEvent.OrderCreated;
import io.ordertrail.api.order.OrderCourseEvent.OrderEditProposed;
import io.ordertrail.api.order.OrderCourseEvent.OrderEdited;
import io.ordertrail.api.order.OrderCourseEvent.OrderExpired;
import io.ordertrail.api.order.OrderCourseEvent.OrderOverdue;
import io.ordertrail.api.order.OrderCourseEvent.OrderProblemReported;
import io.ordertrail.api.order.OrderCourseEvent.OrderProblemResolved;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderGoodsEvent.ReturnAccountNamed;
import io.ordertrail.api.order.OrderGoodsEvent.ReturnRecorded;
import io.ordertrail.api.order.OrderGoodsEvent.ReturnSettled;
import io.ordertrail.api.order.OrderGoodsEvent.ShipmentResolved;
import io.ordertrail.api.order.OrderGoodsEvent.ShipmentUndelivered;
import io.ordertrail.api.order.OrderGoodsEvent.StockAnswered;
import io.ordertrail.api.order.OrderGoodsEvent.StockAskTakenOver;
import io.ordertrail.api.order.OrderGoodsEvent.StockAsked;
import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.order.OrderMoneyCommand.WaivePayment;
import io.ordertrail.api.order.OrderMoneyEvent.ApprovalAsked;
import io.ordertrail.api.order.OrderMoneyEvent.ApprovalDenied;
import io.ordertrail.api.order.OrderMoneyEvent.ApprovalExpired;
import io.ordertrail.api.order.OrderMoneyEvent.ApprovalGiven;
import io.ordertrail.api.order.OrderMoneyEvent.AskRefused;
import io.ordertrail.api.order.OrderMoneyEvent.AskRetried;
import io.ordertrail.api.order.OrderMoneyEvent.CaptureAsked;
import io.ordertrail.api.order.OrderMoneyEvent.ChargebackReversed;
import io.ordertrail.api.order.OrderMoneyEvent.DebtSettled;
import io.ordertrail.api.order.OrderMoneyEvent.PaymentAsked;
import io.ordertrail.api.order.OrderMoneyEvent.PaymentProcessed;
import io.ordertrail.api.order.OrderMoneyEvent.RefundAsked;
import io.ordertrail.api.order.OrderMoneyEvent.RefundRecorded;
import io.ordertrail.api.order.OrderMoneyEvent.VoidAsked;
import io.ordertrail.api.order.value.Address;
import io.ordertrail.api.order.value.CancellationReason;
import io.ordertrail.api.order.value.CancelledLine;
import io.ordertrail.api.order.value.DebtSettlement;
import io.ordertrail.api.order.value.LineQuantity;
import io.ordertrail.api.order.value.OrderLine;
import io.ordertrail.api.order.value.PaymentKind;
import io.ordertrail.api.order.value.RefundKind;
import io.ordertrail.api.order.value.ReturnStage;
import io.ordertrail.api.order.value.Shipping;
import io.ordertrail.api.order.value.StockAsk;
import io.ordertrail.api.order.value.StockLine;
import io.ordertrail.api.order.value.Totals;
import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.api.payment.PaymentOperation;
import java.math.BigDecimal;
import java.time.Duration;
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
        if (random.nextBoolean()) {
            events.add(asksForMoney(order));
            events.add(
                    Stories.payment(order, PaymentKind.DECLINED, order.totals().grand()));
            events.add(new OrderExpired(id, order.at()));
            events.add(new OrderCancelled(id, CancellationReason.EXPIRED, null, order.at()));
        } else {
            int wanted = order.lines().get(0).quantity();
            events.add(asksForStock(order, 1, wanted));
            events.add(new StockAnswered(id, "1", 1, 7, 0, 0, wanted, 0, order.at()));
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
        events.add(
                new OrderEditProposed(id, edit, lines, express(order), totals, difference, stock, "more", order.at()));
        if (random.nextBoolean()) {
            events.add(new OrderEdited(id, edit, lines, express(order), totals, difference, stock, order.at()));
        }
    }

    /** What one person may not decide on alone waits, and ends in one way or another. */
    void needsASecondPerson(OrderCreated order, List<OrderEvent> events) {
        if (random.nextInt(4) > 0) {
            return;
        }
        String id = order.orderId();
        events.add(new ApprovalAsked(
                id,
                1,
                ApprovalKind.WAIVER,
                order.totals().grand(),
                null,
                new WaivePayment(id, "known for years", null),
                null,
                "anna",
                order.at(),
                order.at()));
        switch (random.nextInt(4)) {
            case 0 -> {}
            case 1 -> events.add(new ApprovalGiven(id, 1, "bert", order.at()));
            case 2 -> events.add(new ApprovalDenied(id, 1, "bert", "who is that?", order.at()));
            default -> events.add(new ApprovalExpired(id, 1, order.at()));
        }
    }

    private static Shipping express(OrderCreated order) {
        return new Shipping(
                "EXPRESS", order.totals().shipping(), new BigDecimal("0.19"), true, Money.zero(order.currency()));
    }

    /** Stock is asked for the first line, and perhaps there at once. */
    void isStocked(OrderCreated order, List<OrderEvent> events) {
        if (random.nextBoolean()) {
            return;
        }
        String id = order.orderId();
        int wanted = order.lines().get(0).quantity();
        events.add(asksForStock(order, 1, wanted));
        if (random.nextBoolean()) {
            events.add(new StockAnswered(id, "1", 1, 7, 0, wanted, 0, 0, order.at()));
            events.add(new OrderOverdue(id, order.at()));
        } else {
            events.add(new StockAskTakenOver(id, "1", 1, "its stream is broken", order.at()));
        }
        events.add(new StockAnswered(id, "1", 1, 8, wanted, 0, 0, 0, order.at()));
    }

    /** Was asked, refused, asked again and received. */
    void isCaptured(OrderCreated order, List<OrderEvent> events) {
        String id = order.orderId();
        String payment = Stories.payment(id);
        Money grand = order.totals().grand();
        events.add(asksForMoney(order));
        events.add(Stories.payment(order, PaymentKind.AUTHORIZED, grand));
        events.add(new CaptureAsked(id, payment, 1, grand, order.at()));
        if (random.nextBoolean()) {
            return;
        }
        events.add(new AskRefused(
                id, payment, 1, PaymentOperation.CAPTURE, "Not today", 1, Duration.ofMinutes(1), order.at()));
        events.add(AskRetried.ofPayment(id, payment, 1, order.at()));
        if (random.nextBoolean()) {
            events.add(new VoidAsked(id, payment, 2, "too late", order.at()));
            return;
        }
        events.add(new CaptureAsked(id, payment, 2, grand, order.at()));
        events.add(new PaymentProcessed(
                id, payment, 2, PaymentKind.CAPTURED, "SANDBOX", grand, "ref-1", null, null, order.at()));
        if (random.nextBoolean()) {
            events.add(new RefundRecorded(
                    id, payment, null, "c-1", RefundKind.CHARGEBACK, grand, null, "FRAUD", order.at()));
            events.add(new ChargebackReversed(id, payment, "c-2", grand, order.at()));
        }
    }

    /** A parcel that left did not arrive. */
    void isLost(OrderCreated order, String shipment, List<LineQuantity> parcel, List<OrderEvent> events) {
        String id = order.orderId();
        boolean returned = random.nextBoolean();
        events.add(new ShipmentUndelivered(id, shipment, returned, "Nobody home", order.at()));
        if (random.nextInt(3) == 0) {
            return;
        }
        boolean again = random.nextBoolean();
        List<CancelledLine> lines = new ArrayList<>();
        List<String> skus = new ArrayList<>();
        Money value = Money.zero(order.currency());
        for (int i = 0; i < parcel.size(); i++) {
            OrderLine line = order.lines().get(i);
            int units = parcel.get(i).quantity();
            Money worth =
                    again ? Money.zero(order.currency()) : line.unitPrice().multipliedBy(units);
            lines.add(new CancelledLine(line.lineId(), units, worth));
            skus.add(line.sku());
            value = value.plus(worth);
        }
        events.add(new ShipmentResolved(id, shipment, returned, again, lines, skus, value, "it is gone", order.at()));
    }

    /** What may happen to any order. */
    void changesAddress(OrderCreated order, List<OrderEvent> events) {
        if (random.nextInt(6) == 0) {
            Address other = new Address("B. Russell", "Nebenstr. 2", null, null, "Bonn", null, "DE");
            events.add(
                    new AddressChanged(order.orderId(), "c-1", other, random.nextBoolean() ? other : null, order.at()));
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
                events.add(returned(order, ReturnStage.RECEIVED, one, null));
                events.add(returned(order, ReturnStage.INSPECTED, List.of(), worth));
                events.add(new ReturnAccountNamed(order.orderId(), returned(order.orderId()), "account-1", order.at()));
                refund(order, worth, events);
                events.add(returned(order, ReturnStage.CLOSED, List.of(), null));
            }
        }
    }

    private static void refund(OrderCreated order, Money worth, List<OrderEvent> events) {
        String id = order.orderId();
        List<OrderEvent> before = new ArrayList<>(events);
        for (OrderEvent event : before) {
            if (event instanceof PaymentProcessed paid && paid.kind() == PaymentKind.CAPTURED) {
                String payment = paid.paymentId();
                events.add(new RefundAsked(
                        id, payment, 9, worth, RefundKind.RETURN, returned(id), null, "too big", order.at()));
                events.add(
                        new RefundRecorded(id, payment, 9, "r", RefundKind.RETURN, worth, null, "too big", order.at()));
                events.add(new ReturnSettled(id, returned(id), worth, payment, order.at()));
            }
        }
    }

    private static String returned(String orderId) {
        return OrderId.returned(orderId, "r");
    }

    void hasProblems(OrderCreated order, List<OrderEvent> events) {
        if (random.nextInt(5) == 0) {
            String id = order.orderId();
            events.add(new OrderProblemReported(id, "p-1", "STEP_STUCK", "It does not go through.", order.at()));
            if (random.nextBoolean()) {
                events.add(new OrderProblemResolved(id, "p-1", "by hand", order.at()));
            } else {
                events.add(new DebtSettled(
                        id,
                        "due",
                        DebtSettlement.WRITTEN_OFF,
                        null,
                        Money.ofMinor(order.currency(), 1),
                        null,
                        "Too little",
                        order.at()));
            }
        }
    }

    private static ReturnRecorded returned(
            OrderCreated order, ReturnStage stage, List<LineQuantity> lines, @Nullable Money worth) {
        boolean requested = stage == ReturnStage.REQUESTED;
        return new ReturnRecorded(
                order.orderId(),
                returned(order.orderId()),
                stage,
                lines,
                worth == null || !requested ? List.of() : List.of(worth),
                requested ? List.of("SKU") : List.of(),
                stage == ReturnStage.INSPECTED ? worth : null,
                null,
                requested ? "too big" : null,
                null,
                null,
                null,
                order.at());
    }

    private static PaymentAsked asksForMoney(OrderCreated order) {
        return new PaymentAsked(
                order.orderId(),
                Stories.payment(order.orderId()),
                order.customerId(),
                PaymentChoice.sandbox("ok"),
                order.totals().grand(),
                order.at());
    }

    private static StockAsked asksForStock(OrderCreated order, int number, int wanted) {
        return new StockAsked(
                order.orderId(), List.of(new StockAsk("1", order.lines().get(0).sku(), number, wanted, 0)), order.at());
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
