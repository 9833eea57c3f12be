package io.ordertrail.axon;

import static io.ordertrail.axon.Samples.eur;

import io.ordertrail.api.order.OrderCourseEvent.AddressChanged;
import io.ordertrail.api.order.OrderCourseEvent.OrderCancelled;
import io.ordertrail.api.order.OrderCourseEvent.OrderCompleted;
import io.ordertrail.api.order.OrderCourseEvent.OrderConfirmed;
import io.ordertrail.api.order.OrderCourseEvent.OrderCreated;
import io.ordertrail.api.order.OrderCourseEvent.OrderEditProposed;
import io.ordertrail.api.order.OrderCourseEvent.OrderEdited;
import io.ordertrail.api.order.OrderCourseEvent.OrderExpired;
import io.ordertrail.api.order.OrderCourseEvent.OrderHeld;
import io.ordertrail.api.order.OrderCourseEvent.OrderLinesCancelled;
import io.ordertrail.api.order.OrderCourseEvent.OrderNoteAdded;
import io.ordertrail.api.order.OrderCourseEvent.OrderOverdue;
import io.ordertrail.api.order.OrderCourseEvent.OrderProblemReported;
import io.ordertrail.api.order.OrderCourseEvent.OrderProblemResolved;
import io.ordertrail.api.order.OrderCourseEvent.OrderReleased;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderGoodsEvent.OrderDelivered;
import io.ordertrail.api.order.OrderGoodsEvent.OrderShipped;
import io.ordertrail.api.order.OrderGoodsEvent.ReturnAccountNamed;
import io.ordertrail.api.order.OrderGoodsEvent.ReturnRecorded;
import io.ordertrail.api.order.OrderGoodsEvent.ReturnSettled;
import io.ordertrail.api.order.OrderGoodsEvent.ShipmentApproved;
import io.ordertrail.api.order.OrderGoodsEvent.ShipmentResolved;
import io.ordertrail.api.order.OrderGoodsEvent.ShipmentUndelivered;
import io.ordertrail.api.order.OrderGoodsEvent.ShipmentWithdrawn;
import io.ordertrail.api.order.OrderGoodsEvent.StockAnswered;
import io.ordertrail.api.order.OrderGoodsEvent.StockAskTakenOver;
import io.ordertrail.api.order.OrderGoodsEvent.StockAsked;
import io.ordertrail.api.order.OrderMoneyEvent.AskRefused;
import io.ordertrail.api.order.OrderMoneyEvent.AskRetried;
import io.ordertrail.api.order.OrderMoneyEvent.CaptureAsked;
import io.ordertrail.api.order.OrderMoneyEvent.ChargebackReversed;
import io.ordertrail.api.order.OrderMoneyEvent.DebtSettled;
import io.ordertrail.api.order.OrderMoneyEvent.PaymentAsked;
import io.ordertrail.api.order.OrderMoneyEvent.PaymentProcessed;
import io.ordertrail.api.order.OrderMoneyEvent.PaymentWaived;
import io.ordertrail.api.order.OrderMoneyEvent.RefundAsked;
import io.ordertrail.api.order.OrderMoneyEvent.RefundRecorded;
import io.ordertrail.api.order.OrderMoneyEvent.VoidAsked;
import io.ordertrail.api.order.value.Address;
import io.ordertrail.api.order.value.CancellationReason;
import io.ordertrail.api.order.value.CancelledLine;
import io.ordertrail.api.order.value.DebtSettlement;
import io.ordertrail.api.order.value.LineQuantity;
import io.ordertrail.api.order.value.NoteVisibility;
import io.ordertrail.api.order.value.OrderLine;
import io.ordertrail.api.order.value.PaymentKind;
import io.ordertrail.api.order.value.PaymentTerms;
import io.ordertrail.api.order.value.RefundKind;
import io.ordertrail.api.order.value.ReturnStage;
import io.ordertrail.api.order.value.Shipping;
import io.ordertrail.api.order.value.StockAsk;
import io.ordertrail.api.order.value.StockLine;
import io.ordertrail.api.order.value.Totals;
import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.api.payment.PaymentOperation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;

/** One event of every type of an order. */
final class OrderSamples {

    private static final String ORDER = "order-2f9d1c0e-6f0b-3a51-9d0c-0f4f2f6d7a10";
    private static final String SHIPMENT = "shipment-2f9d1c0e-6f0b-3a51-9d0c-0f4f2f6d7a10-0a1b2c3d4e5f";
    private static final Instant AT = Samples.AT;

    private OrderSamples() {}

    static List<OrderEvent> events() {
        Address address = new Address(
                "A. Turing",
                "Hauptstr. 1",
                "c/o Öz",
                "10115",
                "Berlin",
                "BE",
                "DE",
                "Bletchley Park Ltd",
                "a.turing@example.org",
                "+49 30 901820");
        OrderLine line = new OrderLine(
                "1",
                "TEE-M",
                "Tee M",
                2,
                eur("24.99"),
                eur("0.00"),
                new BigDecimal("0.19"),
                true,
                eur("49.98"),
                eur("7.98"));
        Shipping shipping = new Shipping("DHL_STD", eur("4.90"), new BigDecimal("0.19"), true, eur("0.78"));
        Totals totals = new Totals(eur("49.98"), eur("0.00"), eur("4.90"), eur("8.76"), eur("0.00"), eur("54.88"));
        PaymentChoice choice = new PaymentChoice("SANDBOX", "account-1", "ok");
        List<LineQuantity> two = List.of(new LineQuantity("1", 2));
        return List.of(
                new OrderCreated(
                        ORDER,
                        "2026-000123",
                        "shop-77",
                        "WEB",
                        "c-1042",
                        CurrencyUnit.EUR,
                        PaymentTerms.AUTH_FIRST,
                        List.of(line),
                        shipping,
                        totals,
                        RoundingMode.HALF_EVEN,
                        address,
                        address,
                        List.of("1"),
                        choice,
                        Map.of("season", "summer", "gift", "yes"),
                        Duration.ofMinutes(15),
                        Duration.ofHours(48),
                        AT),
                new PaymentProcessed(
                        ORDER,
                        "payment-1",
                        1,
                        PaymentKind.CAPTURED,
                        "MANUAL",
                        eur("54.88"),
                        "bank-1",
                        "No money",
                        AT.plusSeconds(604800),
                        AT),
                new PaymentAsked(ORDER, "payment-1", "c-1042", choice, eur("54.88"), AT),
                new CaptureAsked(ORDER, "payment-1", 1, eur("54.88"), AT),
                new VoidAsked(ORDER, "payment-1", 2, "cancelled", AT),
                new RefundAsked(
                        ORDER, "payment-1", 3, eur("24.99"), RefundKind.RETURN, "return-1", "account-1", "too big", AT),
                new AskRefused(ORDER, "payment-1", 3, PaymentOperation.REFUND, "The account is closed", 2, AT),
                new AskRetried(ORDER, "payment-1", 3, AT),
                new DebtSettled(
                        ORDER,
                        "refund-failed:payment-1",
                        DebtSettlement.PAID_ANOTHER_WAY,
                        "payment-1",
                        eur("24.99"),
                        "bank-2",
                        "card expired",
                        AT),
                new PaymentWaived(ORDER, "old customer", AT),
                new OrderConfirmed(ORDER, Duration.ofHours(48), AT),
                new OrderHeld(ORDER, "FRAUD_CHECK", "called the customer", AT),
                new OrderReleased(ORDER, "all is well", AT),
                new ShipmentApproved(ORDER, SHIPMENT, two, List.of("TEE-M"), AT),
                new OrderShipped(ORDER, SHIPMENT, two, "DHL", "00340434161094042557", AT),
                new OrderDelivered(ORDER, SHIPMENT, two, AT),
                new OrderCompleted(ORDER, AT),
                new OrderCancelled(ORDER, CancellationReason.CUSTOMER, "changed their mind", AT),
                new OrderLinesCancelled(
                        ORDER,
                        List.of(new CancelledLine("1", 1, eur("24.99"))),
                        eur("24.99"),
                        CancellationReason.UNAVAILABLE,
                        "none left",
                        AT),
                new OrderNoteAdded(ORDER, "rings twice", NoteVisibility.CUSTOMER, AT),
                new StockAsked(ORDER, List.of(new StockAsk("1", "TEE-M", 2, 2, 1)), AT),
                new StockAnswered(ORDER, "1", 2, 17, 1, 1, 3, 2, AT),
                new StockAskTakenOver(ORDER, "1", 2, "its stream is broken", AT),
                new OrderExpired(ORDER, AT),
                new OrderOverdue(ORDER, AT),
                new ShipmentWithdrawn(ORDER, SHIPMENT, two, AT),
                new RefundRecorded(
                        ORDER, "payment-1", 3, "refund-1", RefundKind.GOODWILL, eur("24.99"), "account-1", "late", AT),
                new ChargebackReversed(ORDER, "payment-1", "reversal-1", eur("24.99"), AT),
                new ShipmentUndelivered(ORDER, SHIPMENT, true, "Address unknown", AT),
                new ShipmentResolved(
                        ORDER,
                        SHIPMENT,
                        true,
                        true,
                        List.of(new CancelledLine("1", 2, eur("49.98"))),
                        List.of("TEE-M"),
                        eur("49.98"),
                        "not wanted any more",
                        AT),
                new AddressChanged(ORDER, address, address, AT),
                new ReturnAccountNamed(ORDER, "return-1", "account-1", AT),
                new ReturnSettled(ORDER, "return-1", eur("49.98"), "payment-1,account-1", AT),
                new ReturnRecorded(
                        ORDER,
                        "return-1",
                        ReturnStage.REQUESTED,
                        two,
                        List.of(eur("49.98")),
                        List.of("TEE-M"),
                        eur("52.43"),
                        eur("2.45"),
                        "too big",
                        "an old friend",
                        "account-1",
                        "order-2",
                        AT),
                new OrderEditProposed(
                        ORDER,
                        "edit-1",
                        List.of(line),
                        shipping,
                        totals,
                        eur("-24.99"),
                        List.of(new StockLine("1", "TEE-M", -1)),
                        "one is enough",
                        AT),
                new OrderEdited(
                        ORDER,
                        "edit-1",
                        List.of(line),
                        shipping,
                        totals,
                        eur("-24.99"),
                        List.of(new StockLine("1", "TEE-M", -1)),
                        AT),
                new OrderProblemReported(ORDER, "fulfilment:void:1", "STEP_STUCK", "The void does not go through.", AT),
                new OrderProblemResolved(ORDER, "fulfilment:void:1", "done by hand", AT));
    }
}
