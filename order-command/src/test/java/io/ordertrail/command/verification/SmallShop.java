package io.ordertrail.command.verification;

import io.ordertrail.api.order.OrderCourseEvent.OrderCompleted;
import io.ordertrail.api.order.OrderCourseEvent.OrderConfirmed;
import io.ordertrail.api.order.OrderCourseEvent.OrderCreated;
import io.ordertrail.api.order.OrderGoodsEvent.OrderDelivered;
import io.ordertrail.api.order.OrderGoodsEvent.OrderShipped;
import io.ordertrail.api.order.OrderGoodsEvent.ShipmentApproved;
import io.ordertrail.api.order.OrderGoodsEvent.StockAnswered;
import io.ordertrail.api.order.OrderGoodsEvent.StockAsked;
import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.order.OrderMoneyEvent.CaptureAsked;
import io.ordertrail.api.order.OrderMoneyEvent.PaymentAsked;
import io.ordertrail.api.order.OrderMoneyEvent.PaymentProcessed;
import io.ordertrail.api.order.value.Address;
import io.ordertrail.api.order.value.LineQuantity;
import io.ordertrail.api.order.value.OrderLine;
import io.ordertrail.api.order.value.PaymentKind;
import io.ordertrail.api.order.value.PaymentTerms;
import io.ordertrail.api.order.value.StockAsk;
import io.ordertrail.api.order.value.Totals;
import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.api.payment.PaymentEvent.PaymentAuthorizationRequested;
import io.ordertrail.api.payment.PaymentEvent.PaymentAuthorized;
import io.ordertrail.api.payment.PaymentEvent.PaymentCaptureRequested;
import io.ordertrail.api.payment.PaymentEvent.PaymentCaptured;
import io.ordertrail.api.payment.PaymentEvent.PaymentInitiated;
import io.ordertrail.api.stock.StockEvent.ReservationSet;
import io.ordertrail.api.stock.StockEvent.StockDispatched;
import io.ordertrail.api.stock.StockItemId;
import io.ordertrail.api.verification.Verification.Outcome;
import io.ordertrail.axon.process.step.StepId;
import io.ordertrail.axon.store.ProcessedPositions;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** One order of two tees at 10.00, with its stock and its payment, stage by stage, for tests to plant a fault in. */
final class SmallShop {

    static final String ORDER = OrderId.of("one");
    static final String PAYMENT = OrderId.payment(ORDER, "ask:1");
    static final String SHIPMENT = OrderId.shipment(ORDER, "1");
    static final String ITEM = StockItemId.of("TEE");
    static final Money TWENTY = eur(20);
    static final Money NOTHING = eur(0);
    static final PaymentChoice CARD = PaymentChoice.sandbox("ok");
    static final List<LineQuantity> BOTH = List.of(new LineQuantity("1", 2));

    private static final ProcessedPositions ALL = new ProcessedPositions(Long.MAX_VALUE, Set.of());
    private static final Address HOME = new Address("A. Turing", "Hauptstr. 1", null, "10115", "Berlin", null, "DE");

    final Look look = new Look();

    static Money eur(int amount) {
        return Money.ofMajor(CurrencyUnit.EUR, amount);
    }

    void order(Object... events) {
        look.store(ORDER, events);
    }

    void item(Object... events) {
        look.store(ITEM, events);
    }

    void payment(Object... events) {
        look.store(PAYMENT, events);
    }

    SmallShop created(PaymentTerms terms, String channel) {
        OrderLine line = new OrderLine("1", "TEE", "Tee", 2, eur(10), NOTHING, BigDecimal.ZERO, true, TWENTY, NOTHING);
        Totals totals = new Totals(TWENTY, NOTHING, NOTHING, NOTHING, NOTHING, TWENTY);
        order(new OrderCreated(
                ORDER,
                "2026-1",
                null,
                channel,
                "c-1",
                CurrencyUnit.EUR,
                terms,
                List.of(line),
                null,
                totals,
                RoundingMode.HALF_EVEN,
                HOME,
                null,
                List.of("1"),
                CARD,
                Map.of(),
                null,
                null,
                Look.AT));
        return this;
    }

    /** It waits to be paid, and its stock is promised. */
    SmallShop placed(PaymentTerms terms) {
        created(terms, "WEB");
        deadline("expire-order", "");
        order(asked(1, 2, 0), answered(1, 1, 2, 0));
        item(kept(1, 2, 2, 0));
        return this;
    }

    SmallShop promised(PaymentTerms terms) {
        placed(terms);
        order(new PaymentAsked(ORDER, PAYMENT, "c-1", CARD, TWENTY, Look.AT));
        payment(
                new PaymentInitiated(PAYMENT, ORDER, "c-1", CARD, TWENTY, null, Look.AT),
                new PaymentAuthorizationRequested(PAYMENT, ORDER, PAYMENT + ":authorize:1", TWENTY, Look.AT),
                new PaymentAuthorized(
                        PAYMENT, ORDER, "SANDBOX", PAYMENT + ":authorize:1", "r", TWENTY, Look.AT, Look.AT));
        order(news(null, PaymentKind.AUTHORIZED, TWENTY), new OrderConfirmed(ORDER, null, Look.AT));
        forget("expire-order");
        deadline("report-overdue", "");
        deadline("expire-authorization", PAYMENT);
        return this;
    }

    SmallShop captured(PaymentTerms terms) {
        promised(terms);
        order(
                new ShipmentApproved(ORDER, SHIPMENT, BOTH, List.of("TEE"), Look.AT),
                new CaptureAsked(ORDER, PAYMENT, 1, TWENTY, Look.AT));
        payment(captureRequested(1), taken(1));
        order(news(1, PaymentKind.CAPTURED, TWENTY));
        forget("expire-authorization");
        return this;
    }

    SmallShop shipped(PaymentTerms terms) {
        captured(terms);
        order(sent());
        item(new StockDispatched(ITEM, ORDER, "1", SHIPMENT, 2, 2, 0, Look.AT));
        return this;
    }

    SmallShop completed(PaymentTerms terms) {
        shipped(terms);
        order(arrived(), new OrderCompleted(ORDER, Look.AT));
        forget("report-overdue");
        return this;
    }

    static OrderShipped sent() {
        return new OrderShipped(ORDER, SHIPMENT, BOTH, null, null, Look.AT);
    }

    static OrderDelivered arrived() {
        return new OrderDelivered(ORDER, SHIPMENT, BOTH, Look.AT);
    }

    static PaymentCaptureRequested captureRequested(int number) {
        return new PaymentCaptureRequested(PAYMENT, ORDER, number, PAYMENT + ":capture:" + number, TWENTY, Look.AT);
    }

    static PaymentCaptured taken(int number) {
        return new PaymentCaptured(
                PAYMENT, ORDER, "SANDBOX", number, PAYMENT + ":capture:" + number, "r", TWENTY, NOTHING, Look.AT);
    }

    static StockAsked asked(int number, long quantity, long left) {
        return new StockAsked(ORDER, List.of(new StockAsk("1", "TEE", number, quantity, left)), Look.AT);
    }

    static StockAnswered answered(int number, long position, long reserved, long left) {
        return new StockAnswered(ORDER, "1", number, position, reserved, 0, 0, left, Look.AT);
    }

    static ReservationSet kept(int number, long wanted, long reserved, long left) {
        return new ReservationSet(ITEM, ORDER, "1", number, wanted, reserved, 0, 0, left, 0, 0, Look.AT);
    }

    static PaymentProcessed news(@Nullable Integer number, PaymentKind kind, Money amount) {
        return new PaymentProcessed(ORDER, PAYMENT, number, kind, "SANDBOX", amount, null, null, null, Look.AT);
    }

    void deadline(String kind, String of) {
        waits(StepId.of("deadline", ORDER, kind, of, 0), 0, false);
    }

    void step(String process, String subject) {
        waits(StepId.of(process, subject, "any"), 0, true);
    }

    void waits(StepId step, int failures, boolean queued) {
        look.insert(
                "insert into process_step (step, version, subject, process, answer, queued, due_at, command, payload,"
                        + " metadata, failures, stuck, created_at) values (?, 1, ?, ?, 'TOLD', ?, ?, 'c', '{}', '{}',"
                        + " ?, false, ?)",
                step.text(),
                step.subject(),
                step.process(),
                queued,
                Timestamp.from(Look.AT),
                failures,
                Timestamp.from(Look.AT));
    }

    void forget(String kind) {
        look.insert("delete from process_step where step like ?", "%/" + kind + "/%");
    }

    void requested(String providerKey) {
        look.insert(
                "insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
                        + " values ('provider-request', ?, ?, false, 1)",
                providerKey,
                Timestamp.from(Look.AT));
    }

    /** Each claim that is broken, with what breaks it. */
    Map<String, List<String>> broken() {
        return broken(() -> {});
    }

    Map<String, List<String>> broken(Runnable meanwhile) {
        return with(ALL, Outcome.BREACH, meanwhile);
    }

    /** What cannot be told, where the processes have come so far. */
    Map<String, List<String>> behind(long last) {
        return with(new ProcessedPositions(last, Set.of()), Outcome.BEHIND, () -> {});
    }

    Map<String, List<String>> broken(long last) {
        return with(new ProcessedPositions(last, Set.of()), Outcome.BREACH, () -> {});
    }

    private Map<String, List<String>> with(ProcessedPositions heardOf, Outcome outcome, Runnable meanwhile) {
        Map<String, List<String>> found = new LinkedHashMap<>();
        look.checks((jdbc, store) -> new SubjectsCheck(jdbc, heardOf), meanwhile).stream()
                .filter(check -> check.outcome() == outcome)
                .forEach(check -> found.put(check.claim(), check.examples()));
        return found;
    }
}
