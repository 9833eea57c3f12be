package io.ordertrail.command.fulfilment;

import io.ordertrail.api.order.Address;
import io.ordertrail.api.order.CancellationReason;
import io.ordertrail.api.order.CancelledLine;
import io.ordertrail.api.order.LineQuantity;
import io.ordertrail.api.order.OrderEvent.OrderCancelled;
import io.ordertrail.api.order.OrderEvent.OrderCompleted;
import io.ordertrail.api.order.OrderEvent.OrderConfirmed;
import io.ordertrail.api.order.OrderEvent.OrderCreated;
import io.ordertrail.api.order.OrderEvent.OrderEdited;
import io.ordertrail.api.order.OrderEvent.OrderLinesCancelled;
import io.ordertrail.api.order.OrderEvent.OrderPaymentChosen;
import io.ordertrail.api.order.OrderEvent.OrderStockRequested;
import io.ordertrail.api.order.OrderEvent.OrderStockReserved;
import io.ordertrail.api.order.OrderEvent.ShipmentApproved;
import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.order.OrderLine;
import io.ordertrail.api.order.PaymentTerms;
import io.ordertrail.api.order.Shipping;
import io.ordertrail.api.order.StockLine;
import io.ordertrail.api.order.Totals;
import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.api.process.ProcessEvent.StepRefused;
import io.ordertrail.api.stock.StockEvent.BackorderRecorded;
import io.ordertrail.api.stock.StockEvent.StockReserved;
import io.ordertrail.api.stock.StockItemId;
import io.ordertrail.axon.process.StepId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What happens to one order in the tests of its processes: 2 shirts at 20.00, 1 cap at 10.00, shipping 5.00. */
final class Story {

    static final String ORDER = "order-2f9d1c0e-6f0b-3a51-9d0c-0f4f2f6d7a10";
    static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    static final PaymentChoice SANDBOX = PaymentChoice.sandbox("ok");
    static final String PAYMENT = OrderId.payment(ORDER, step("pay:1").text());

    private Story() {}

    static StepId step(String step) {
        return StepId.first("fulfilment", ORDER, step);
    }

    static Money eur(String amount) {
        return Money.of(CurrencyUnit.EUR, new BigDecimal(amount));
    }

    static OrderCreated placed(PaymentTerms terms) {
        return placed(terms, "WEB");
    }

    static OrderCreated placed(PaymentTerms terms, String channel) {
        return placed(
                terms,
                channel,
                List.of(line("1", "SHIRT", 2, "20.00", "40.00"), line("2", "CAP", 1, "10.00", "10.00")),
                eur("5.00"));
    }

    /** Nothing but {@code line}, and nothing for shipping. */
    static OrderCreated placed(OrderLine line) {
        return placed(PaymentTerms.AUTH_FIRST, "WEB", List.of(line), eur("0.00"));
    }

    private static OrderCreated placed(PaymentTerms terms, String channel, List<OrderLine> lines, Money shipping) {
        Money goods = lines.stream().map(OrderLine::gross).reduce(eur("0.00"), Money::plus);
        return new OrderCreated(
                ORDER,
                "2026-000001",
                null,
                channel,
                "c-1",
                CurrencyUnit.EUR,
                terms,
                lines,
                new Shipping("POST", shipping, BigDecimal.ZERO, true, eur("0.00")),
                new Totals(goods, eur("0.00"), shipping, eur("0.00"), eur("0.00"), goods.plus(shipping)),
                RoundingMode.HALF_EVEN,
                new Address("A. Turing", "Hauptstr. 1", null, "10115", "Berlin", null, "DE"),
                null,
                NOW);
    }

    static OrderLine line(String id, String sku, int quantity, String price, String total) {
        return new OrderLine(
                id, sku, sku, quantity, eur(price), eur("0.00"), BigDecimal.ZERO, true, eur(total), eur("0.00"));
    }

    static OrderStockRequested stockRequested() {
        return new OrderStockRequested(
                ORDER, List.of(new StockLine("1", "SHIRT", 2), new StockLine("2", "CAP", 1)), NOW);
    }

    static OrderPaymentChosen chosen() {
        return new OrderPaymentChosen(ORDER, SANDBOX, NOW);
    }

    static StockReserved reserved(String lineId, String sku, int quantity) {
        return new StockReserved(StockItemId.of(sku), ORDER, lineId, quantity, NOW, NOW);
    }

    static BackorderRecorded backordered(String lineId, String sku, int quantity) {
        return new BackorderRecorded(StockItemId.of(sku), ORDER, lineId, quantity, NOW, NOW);
    }

    static OrderStockReserved stockReserved(LineQuantity... backordered) {
        return new OrderStockReserved(ORDER, List.of(backordered), NOW);
    }

    static StepRefused refused(String step, String code) {
        return new StepRefused("fulfilment", ORDER, step, "", 1, code, "No.", NOW);
    }

    static OrderConfirmed confirmed() {
        return new OrderConfirmed(ORDER, NOW);
    }

    static OrderCompleted completed() {
        return new OrderCompleted(ORDER, NOW);
    }

    static OrderCancelled cancelled(CancellationReason reason) {
        return new OrderCancelled(ORDER, reason, null, NOW);
    }

    /** Changes nothing of what it is worth. */
    static OrderEdited edited(String editId, StockLine... stock) {
        OrderCreated order = placed(PaymentTerms.AUTH_FIRST);
        return new OrderEdited(ORDER, editId, order.lines(), order.totals(), eur("0.00"), List.of(stock), NOW);
    }

    static OrderLinesCancelled linesCancelled(String lineId, int quantity, String worth) {
        return new OrderLinesCancelled(
                ORDER,
                List.of(new CancelledLine(lineId, quantity, eur(worth))),
                eur(worth),
                CancellationReason.CUSTOMER,
                null,
                NOW);
    }

    static ShipmentApproved approved(String shipmentId, String lineId, int quantity) {
        return new ShipmentApproved(ORDER, shipmentId, List.of(new LineQuantity(lineId, quantity)), NOW);
    }
}
