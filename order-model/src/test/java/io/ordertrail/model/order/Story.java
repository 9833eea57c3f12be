package io.ordertrail.model.order;

import io.ordertrail.api.order.OrderCourseEvent.OrderCreated;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderGoodsEvent.ReturnRecorded;
import io.ordertrail.api.order.OrderGoodsEvent.StockAnswered;
import io.ordertrail.api.order.OrderGoodsEvent.StockAsked;
import io.ordertrail.api.order.OrderMoneyEvent.AskRefused;
import io.ordertrail.api.order.OrderMoneyEvent.CaptureAsked;
import io.ordertrail.api.order.OrderMoneyEvent.PaymentAsked;
import io.ordertrail.api.order.OrderMoneyEvent.PaymentProcessed;
import io.ordertrail.api.order.OrderMoneyEvent.RefundAsked;
import io.ordertrail.api.order.OrderMoneyEvent.RefundRecorded;
import io.ordertrail.api.order.OrderMoneyEvent.VoidAsked;
import io.ordertrail.api.order.value.Address;
import io.ordertrail.api.order.value.LineQuantity;
import io.ordertrail.api.order.value.OrderLine;
import io.ordertrail.api.order.value.PaymentKind;
import io.ordertrail.api.order.value.PaymentTerms;
import io.ordertrail.api.order.value.RefundKind;
import io.ordertrail.api.order.value.ReturnStage;
import io.ordertrail.api.order.value.StockAsk;
import io.ordertrail.api.order.value.Totals;
import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.api.payment.PaymentOperation;
import io.ordertrail.model.order.money.Funds;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Events of one order of three units at EUR 10.00 each, in short words. */
final class Story {

    static final Instant AT = Instant.EPOCH;
    static final PaymentChoice CARD = PaymentChoice.sandbox("ok");

    private static final String ID = "order-1";
    private static final Address ADDRESS = new Address("A. Turing", "Hauptstr. 1", null, null, "Berlin", null, "DE");

    private Story() {}

    static OrderFacts placed() {
        OrderLine line =
                new OrderLine("1", "TEE-M", "Tee M", 3, eur(10), eur(0), BigDecimal.ZERO, true, eur(30), eur(0));
        return OrderFacts.of(new OrderCreated(
                ID,
                "2026-1",
                null,
                "WEB",
                "c-1",
                CurrencyUnit.EUR,
                PaymentTerms.AUTH_FIRST,
                List.of(line),
                null,
                new Totals(eur(30), eur(0), eur(0), eur(0), eur(0), eur(30)),
                RoundingMode.HALF_EVEN,
                ADDRESS,
                null,
                List.of("1"),
                CARD,
                Map.of(),
                null,
                null,
                AT));
    }

    static OrderFacts after(OrderFacts facts, OrderEvent... events) {
        OrderFacts now = facts;
        for (OrderEvent event : events) {
            now = now.after(event);
        }
        return now;
    }

    static Funds funds(OrderEvent... events) {
        return after(placed(), events).funds();
    }

    static Money eur(int amount) {
        return Money.ofMajor(CurrencyUnit.EUR, amount);
    }

    static List<LineQuantity> units(int quantity) {
        return List.of(new LineQuantity("1", quantity));
    }

    static OrderEvent payAsked(String paymentId, int amount) {
        return new PaymentAsked(ID, paymentId, "c-1", CARD, eur(amount), AT);
    }

    static OrderEvent news(String paymentId, @Nullable Integer number, PaymentKind kind, int amount) {
        return new PaymentProcessed(ID, paymentId, number, kind, "SANDBOX", eur(amount), null, null, null, AT);
    }

    static OrderEvent captureAsked(String paymentId, int number, int amount) {
        return new CaptureAsked(ID, paymentId, number, eur(amount), AT);
    }

    static OrderEvent voidAsked(String paymentId, int number) {
        return new VoidAsked(ID, paymentId, number, null, AT);
    }

    static OrderEvent refundAsked(
            String paymentId, int number, int amount, RefundKind kind, @Nullable String returnId) {
        return new RefundAsked(ID, paymentId, number, eur(amount), kind, returnId, null, null, AT);
    }

    static OrderEvent refused(String paymentId, int number, PaymentOperation operation) {
        return new AskRefused(ID, paymentId, number, operation, "No", 1, Duration.ofMinutes(1), AT);
    }

    static OrderEvent refunded(String paymentId, @Nullable Integer number, int amount, RefundKind kind) {
        return new RefundRecorded(ID, paymentId, number, "r-" + number, kind, eur(amount), null, null, AT);
    }

    static OrderEvent returned(ReturnStage stage, int units, @Nullable Integer accepted) {
        return new ReturnRecorded(
                ID,
                "return-1",
                stage,
                units(units),
                stage == ReturnStage.REQUESTED ? List.of(eur(10 * units)) : List.of(),
                List.of(),
                accepted == null ? null : eur(accepted),
                null,
                null,
                null,
                null,
                null,
                AT);
    }

    static OrderEvent stockAsked(int number, int quantity, int left) {
        return new StockAsked(ID, List.of(new StockAsk("1", "TEE-M", number, quantity, left)), AT);
    }

    static OrderEvent stockAnswered(
            int number, long position, long reserved, long backordered, long refused, int left) {
        return new StockAnswered(ID, "1", number, position, reserved, backordered, refused, left, AT);
    }
}
