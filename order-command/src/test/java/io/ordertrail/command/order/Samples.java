package io.ordertrail.command.order;

import io.ordertrail.api.order.OrderCourseCommand.CreateOrder;
import io.ordertrail.api.order.OrderCourseEvent.OrderCancelled;
import io.ordertrail.api.order.OrderCourseEvent.OrderCompleted;
import io.ordertrail.api.order.OrderCourseEvent.OrderConfirmed;
import io.ordertrail.api.order.OrderCourseEvent.OrderCreated;
import io.ordertrail.api.order.OrderCourseEvent.OrderHeld;
import io.ordertrail.api.order.OrderCourseEvent.OrderLinesCancelled;
import io.ordertrail.api.order.OrderCourseEvent.OrderProblemReported;
import io.ordertrail.api.order.OrderCourseEvent.OrderReleased;
import io.ordertrail.api.order.OrderGoodsEvent.OrderDelivered;
import io.ordertrail.api.order.OrderGoodsEvent.OrderShipped;
import io.ordertrail.api.order.OrderGoodsEvent.ShipmentApproved;
import io.ordertrail.api.order.OrderGoodsEvent.ShipmentWithdrawn;
import io.ordertrail.api.order.OrderGoodsEvent.StockAnswered;
import io.ordertrail.api.order.OrderGoodsEvent.StockAsked;
import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.order.OrderMoneyEvent.PaymentProcessed;
import io.ordertrail.api.order.OrderMoneyEvent.PaymentWaived;
import io.ordertrail.api.order.value.Address;
import io.ordertrail.api.order.value.CancellationReason;
import io.ordertrail.api.order.value.CancelledLine;
import io.ordertrail.api.order.value.LineQuantity;
import io.ordertrail.api.order.value.LineRequest;
import io.ordertrail.api.order.value.PaymentKind;
import io.ordertrail.api.order.value.PaymentTerms;
import io.ordertrail.api.order.value.ShippingRequest;
import io.ordertrail.api.order.value.StockAsk;
import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.model.order.input.Basket;
import io.ordertrail.model.order.input.Pricing;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One order and what may have happened to it: three tees at 10.00 (line 1), two caps at 7.50 less 1.00 (line 2), 4.90
 * shipping, all with 19 % included: 48.90.
 */
public final class Samples {

    static final String ORDER = OrderId.of("sample\n1");
    static final Instant PLACED = Instant.parse("2026-03-01T10:00:00Z");
    static final Instant LATER = Instant.parse("2026-03-02T10:00:00Z");
    static final Instant NOW = Instant.parse("2026-03-03T10:00:00Z");

    static final OrderTimes TIMES =
            new OrderTimes(Duration.ofMinutes(15), Duration.ofMinutes(30), Duration.ofDays(7), Duration.ofHours(48));
    static final String TOTAL = "48.90";
    static final Address HOME = new Address("A. Turing", "Hauptstr. 1", null, "10115", "Berlin", null, "DE");

    private Samples() {}

    static Money eur(String amount) {
        return Money.of(CurrencyUnit.EUR, new BigDecimal(amount));
    }

    static LineRequest line(String sku, int quantity, String price, String discount, String rate, boolean included) {
        return new LineRequest(
                sku, "Name of " + sku, quantity, eur(price), eur(discount), new BigDecimal(rate), included);
    }

    static final List<LineRequest> LINES =
            List.of(line("TEE", 3, "10.00", "0.00", "0.19", true), line("CAP", 2, "7.50", "1.00", "0.19", true));

    static final ShippingRequest POST = new ShippingRequest("POST", eur("4.90"), new BigDecimal("0.19"), true);

    static CreateOrder create(
            PaymentTerms terms,
            List<LineRequest> lines,
            @Nullable ShippingRequest shipping,
            @Nullable Money expected,
            @Nullable Instant at) {
        return new CreateOrder(
                ORDER,
                null,
                "WEB",
                "c-1",
                CurrencyUnit.EUR,
                terms,
                lines,
                shipping,
                null,
                expected,
                HOME,
                null,
                null,
                Map.of(),
                at);
    }

    static CreateOrder create(PaymentTerms terms) {
        return create(terms, LINES, POST, eur(TOTAL), null);
    }

    static OrderCreated created(PaymentTerms terms) {
        return created(terms, LINES, POST, PLACED);
    }

    static OrderCreated created() {
        return created(PaymentTerms.PREPAID);
    }

    static OrderCreated created(
            PaymentTerms terms, List<LineRequest> lines, @Nullable ShippingRequest shipping, Instant at) {
        return created(terms, lines, shipping, List.of(), null, at);
    }

    /** Its tees are kept as stock. */
    static OrderCreated createdOfStock(PaymentTerms terms) {
        return created(terms, LINES, POST, List.of("1"), null, PLACED);
    }

    static OrderCreated created(
            PaymentTerms terms,
            List<LineRequest> lines,
            @Nullable ShippingRequest shipping,
            List<String> tracked,
            @Nullable PaymentChoice payment,
            Instant at) {
        Pricing pricing = Pricing.of(new Basket(CurrencyUnit.EUR, lines, shipping, null));
        return new OrderCreated(
                ORDER,
                at.toString().substring(0, 4) + "-000001",
                null,
                "WEB",
                "c-1",
                CurrencyUnit.EUR,
                terms,
                pricing.lines(),
                pricing.shipping(),
                pricing.totals(),
                Pricing.ROUNDING,
                HOME,
                null,
                tracked,
                payment,
                Map.of(),
                TIMES.confirmWithin("WEB", payment, tracked),
                TIMES.shipWithin("WEB"),
                at);
    }

    /** The same, where nobody said where the goods go. */
    static OrderCreated withoutAddress(OrderCreated order) {
        return new OrderCreated(
                order.orderId(),
                order.number(),
                order.externalRef(),
                order.channel(),
                order.customerId(),
                order.currency(),
                order.paymentTerms(),
                order.lines(),
                order.shipping(),
                order.totals(),
                order.roundingMode(),
                null,
                null,
                order.tracked(),
                order.payment(),
                order.metadata(),
                order.confirmWithin(),
                order.shipWithin(),
                order.at());
    }

    static String payment(int n) {
        return OrderId.payment(ORDER, "payment " + n);
    }

    static String shipment(int n) {
        return OrderId.shipment(ORDER, "shipment " + n);
    }

    static String returned(int n) {
        return OrderId.returned(ORDER, "return " + n);
    }

    static String edit(int n) {
        return OrderId.edit(ORDER, "edit " + n);
    }

    /** What a payment said that the order did not ask for. */
    static PaymentProcessed news(int n, PaymentKind kind, String method, String amount, Instant at) {
        return new PaymentProcessed(ORDER, payment(n), null, kind, method, eur(amount), null, null, null, at);
    }

    static PaymentProcessed captured(String amount) {
        return news(1, PaymentKind.CAPTURED, "MANUAL", amount, PLACED);
    }

    static PaymentProcessed authorized(String amount) {
        return news(1, PaymentKind.AUTHORIZED, "SANDBOX", amount, PLACED);
    }

    static PaymentWaived waived() {
        return new PaymentWaived(ORDER, "Long-standing customer", PLACED);
    }

    static OrderConfirmed confirmed() {
        return new OrderConfirmed(ORDER, TIMES.shipBy(), PLACED);
    }

    static OrderHeld held() {
        return new OrderHeld(ORDER, "FRAUD_CHECK", null, LATER);
    }

    static OrderReleased released() {
        return new OrderReleased(ORDER, null, LATER);
    }

    static LineQuantity units(String lineId, int quantity) {
        return new LineQuantity(lineId, quantity);
    }

    static List<String> skus(LineQuantity... lines) {
        return Stream.of(lines)
                .map(line -> LINES.get(Integer.parseInt(line.lineId()) - 1).sku())
                .toList();
    }

    static ShipmentApproved approved(int n, LineQuantity... lines) {
        return approved(n, LATER, lines);
    }

    static ShipmentApproved approved(int n, Instant at, LineQuantity... lines) {
        return new ShipmentApproved(ORDER, shipment(n), List.of(lines), skus(lines), at);
    }

    static OrderShipped shipped(int n, LineQuantity... lines) {
        return new OrderShipped(ORDER, shipment(n), List.of(lines), "DHL", "JD-1", LATER);
    }

    static OrderDelivered delivered(int n, LineQuantity... lines) {
        return new OrderDelivered(ORDER, shipment(n), List.of(lines), LATER);
    }

    static ShipmentWithdrawn withdrawn(int n, LineQuantity... lines) {
        return new ShipmentWithdrawn(ORDER, shipment(n), List.of(lines), LATER);
    }

    static OrderCompleted completed() {
        return new OrderCompleted(ORDER, LATER);
    }

    static OrderCancelled cancelled() {
        return new OrderCancelled(ORDER, CancellationReason.CUSTOMER, null, LATER);
    }

    static OrderLinesCancelled linesCancelled(String lineId, int quantity, String value) {
        return new OrderLinesCancelled(
                ORDER,
                List.of(new CancelledLine(lineId, quantity, eur(value))),
                eur(value),
                CancellationReason.UNAVAILABLE,
                null,
                LATER);
    }

    /** So much came another way, and is too much. */
    static OrderProblemReported refundDue(String amount, Instant at) {
        return new OrderProblemReported(
                ORDER,
                "refund-due:" + amount,
                "REFUND_DUE",
                "EUR " + amount + " came by hand and must be paid back by hand.",
                at);
    }

    /** The {@code number}-th ask for tees. */
    static StockAsked stockAsked(int number, int quantity, int left, Instant at) {
        return new StockAsked(ORDER, List.of(new StockAsk("1", "TEE", number, quantity, left)), at);
    }

    static StockAsked stockAsked() {
        return stockAsked(1, 3, 0, PLACED);
    }

    static StockAnswered stockAnswered(
            int number, long position, int reserved, int backordered, int refused, Instant at) {
        return new StockAnswered(ORDER, "1", number, position, reserved, backordered, refused, 0, at);
    }

    /** All three tees are there but for those that are back-ordered. */
    static StockAnswered reserved(int backordered) {
        return stockAnswered(1, 7, 3 - backordered, backordered, 0, LATER);
    }
}
