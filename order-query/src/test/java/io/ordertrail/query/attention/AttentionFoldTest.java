package io.ordertrail.query.attention;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.attention.AttentionItem;
import io.ordertrail.api.attention.AttentionKind;
import io.ordertrail.api.order.OrderCourseEvent.OrderCancelled;
import io.ordertrail.api.order.OrderCourseEvent.OrderCompleted;
import io.ordertrail.api.order.OrderCourseEvent.OrderConfirmed;
import io.ordertrail.api.order.OrderCourseEvent.OrderOverdue;
import io.ordertrail.api.order.OrderCourseEvent.OrderProblemReported;
import io.ordertrail.api.order.OrderCourseEvent.OrderProblemResolved;
import io.ordertrail.api.order.OrderGoodsEvent.OrderShipped;
import io.ordertrail.api.order.value.CancellationReason;
import io.ordertrail.api.payment.PaymentEvent;
import io.ordertrail.api.payment.PaymentEvent.ChargebackReceived;
import io.ordertrail.api.payment.PaymentEvent.PaymentAuthorized;
import io.ordertrail.api.payment.PaymentEvent.PaymentCaptureFailed;
import io.ordertrail.api.payment.PaymentEvent.PaymentCaptured;
import io.ordertrail.api.payment.PaymentEvent.PaymentDeclined;
import io.ordertrail.api.payment.PaymentEvent.PaymentExpired;
import io.ordertrail.api.payment.PaymentEvent.PaymentOutcomeOverdue;
import io.ordertrail.api.payment.PaymentEvent.PaymentOutcomeUnknown;
import io.ordertrail.api.payment.PaymentEvent.PaymentRefunded;
import io.ordertrail.api.payment.PaymentEvent.PaymentVoidFailed;
import io.ordertrail.api.payment.PaymentEvent.PaymentVoided;
import io.ordertrail.api.payment.PaymentEvent.RefundFailed;
import io.ordertrail.api.payment.PaymentOperation;
import io.ordertrail.api.process.ProcessEvent.EventParked;
import io.ordertrail.api.process.ProcessEvent.ParkedEventDiscarded;
import io.ordertrail.api.process.ProcessEvent.ParkedEventTaken;
import io.ordertrail.api.process.ProcessEvent.StepRefused;
import io.ordertrail.api.process.ProcessEvent.StepStuck;
import io.ordertrail.api.process.ProcessEvent.StepTakenOver;
import io.ordertrail.api.process.ProcessEvent.StepUnstuck;
import io.ordertrail.api.stock.StockEvent.ReservationSet;
import io.ordertrail.api.stock.StockEvent.StockAdjusted;
import io.ordertrail.api.stock.StockEvent.StockDispatched;
import io.ordertrail.api.stock.StockEvent.StockReceived;
import io.ordertrail.api.stock.StockEvent.StockReturned;
import io.ordertrail.api.stock.StockEvent.StockShortfallDetected;
import io.ordertrail.query.Rows;
import java.time.Instant;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AttentionFoldTest {

    private static final Instant THEN = Instant.parse("2026-11-22T08:00:00Z");
    private static final Instant LATER = THEN.plusSeconds(60);
    private static final Money TEN = Money.ofMajor(CurrencyUnit.EUR, 10);
    private static final String ITEM = "stock-TEE-M";

    private final Rows<AttentionRow> rows = new Rows<>(new AttentionFold());

    @AfterEach
    void each_event_twice_changes_nothing() {
        rows.requireThatRepeatsChangeNothing();
    }

    @Test
    void a_problem_of_an_order_stays_until_it_is_resolved() {
        rows.store("order-1", new OrderConfirmed("order-1", null, THEN));
        rows.store("order-1", problem("p-1", "CAPTURE_FAILED", THEN));
        rows.store("order-1", problem("p-2", "PARCEL_LOST", LATER));
        assertThat(items())
                .containsExactly(
                        new AttentionItem(
                                "problem/order-1/p-1",
                                AttentionKind.ORDER_PROBLEM,
                                "order-1",
                                "CAPTURE_FAILED",
                                "It did not work.",
                                THEN,
                                List.of("POST /api/v1/orders/order-1/problems/p-1/resolution"),
                                false,
                                null),
                        new AttentionItem(
                                "problem/order-1/p-2",
                                AttentionKind.ORDER_PROBLEM,
                                "order-1",
                                "PARCEL_LOST",
                                "It did not work.",
                                LATER,
                                List.of("POST /api/v1/orders/order-1/problems/p-2/resolution"),
                                false,
                                null));
        rows.store("order-1", new OrderProblemResolved("order-1", "p-1", "by hand", LATER));
        assertThat(open()).containsExactly("problem/order-1/p-2");
        assertThat(items().get(0).resolvedAt()).isEqualTo(LATER);
    }

    @Test
    void a_problem_that_comes_again_is_open_again_and_one_that_never_was_is_none() {
        rows.store("order-1", new OrderProblemResolved("order-1", "p-0", null, THEN));
        assertThat(items()).isEmpty();
        rows.store("order-1", problem("p-1", "REFUND_FAILED", THEN));
        rows.store("order-1", problem("p-1", "REFUND_FAILED_AGAIN", LATER));
        assertThat(items()).singleElement().satisfies(item -> {
            assertThat(item.code()).isEqualTo("REFUND_FAILED_AGAIN");
            assertThat(item.since()).isEqualTo(THEN);
        });
        rows.store("order-1", new OrderProblemResolved("order-1", "p-1", null, LATER));
        rows.store("order-1", problem("p-1", "REFUND_FAILED", LATER));
        assertThat(items()).singleElement().satisfies(item -> {
            assertThat(item.resolved()).isFalse();
            assertThat(item.since()).isEqualTo(LATER);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "refund-due:10.00, POST /api/v1/orders/order-1/debts/refund-due:10.00/settlement",
        "refund-failed:pay-1, POST /api/v1/orders/order-1/asks/pay-1/{ask}/retry",
        "capture-failed:pay-1, POST /api/v1/orders/order-1/payments",
        "void-failed:pay-1, POST /api/v1/orders/order-1/asks/pay-1/{ask}/retry",
        "out-of-stock:2, POST /api/v1/orders/order-1/asks/2/{ask}/retry",
        "undelivered:shipment-1, POST /api/v1/shipments/shipment-1/resolution",
        "chargeback:pay-1:0, POST /api/v1/orders/order-1/problems/chargeback:pay-1:0/resolution"
    })
    void W5_each_problem_says_what_ends_it(String problemId, String request) {
        rows.store("order-1", problem(problemId, "CODE", THEN));
        assertThat(items().get(0).resolution()).contains(request);
    }

    @Test
    void a_step_that_is_stuck_says_where_it_is_tried_again_and_taken_over() {
        rows.tell(new StepStuck("p", "order-1", "s", "", 1, "UNAVAILABLE", "No answer.", THEN));
        assertThat(items().get(0).resolution()).allMatch(request -> request.startsWith("POST /api/v1/admin/steps/"));
        assertThat(items().get(0).resolution()).hasSize(2).noneMatch(request -> request.contains("order-1"));
    }

    static List<Object> what_ends_the_wait() {
        return List.of(
                new OrderShipped("order-1", "shipment-1", List.of(), null, null, LATER),
                new OrderCompleted("order-1", LATER),
                new OrderCancelled("order-1", CancellationReason.CUSTOMER, null, LATER));
    }

    @ParameterizedTest
    @MethodSource("what_ends_the_wait")
    void an_order_is_overdue_until_something_leaves_or_it_ends(Object end) {
        rows.store("order-1", new OrderShipped("order-1", "shipment-0", List.of(), null, null, THEN));
        assertThat(items()).isEmpty();
        rows.store("order-1", new OrderOverdue("order-1", THEN));
        rows.store("order-2", new OrderOverdue("order-2", THEN));
        assertThat(open()).containsExactly("overdue/order-1", "overdue/order-2");
        rows.store("order-1", end);
        assertThat(open()).containsExactly("overdue/order-2");
    }

    static List<PaymentEvent> what_settles_a_request() {
        return List.of(
                new PaymentAuthorized("payment-1", "order-1", "ACCOUNT", "k", null, TEN, LATER, LATER),
                new PaymentDeclined("payment-1", "order-1", "ACCOUNT", "k", TEN, "no", LATER),
                new PaymentCaptured("payment-1", "order-1", "ACCOUNT", 1, "k", null, TEN, TEN, LATER),
                new PaymentCaptureFailed("payment-1", "order-1", 1, "k", TEN, "no", LATER),
                new PaymentVoided("payment-1", "order-1", "ACCOUNT", 1, TEN, LATER),
                new PaymentVoidFailed("payment-1", "order-1", 1, "k", TEN, "no", LATER),
                new PaymentExpired("payment-1", "order-1", "ACCOUNT", TEN, LATER),
                new PaymentRefunded("payment-1", "order-1", 1, null, TEN, LATER),
                new RefundFailed("payment-1", "order-1", 1, "k", TEN, "no", LATER));
    }

    @ParameterizedTest
    @MethodSource("what_settles_a_request")
    void an_unknown_outcome_stays_until_the_request_is_settled(PaymentEvent settled) {
        rows.store("payment-1", unknown());
        rows.store("payment-1", new ChargebackReceived("payment-1", "order-1", "e", TEN, null, THEN));
        assertThat(items()).singleElement().satisfies(item -> {
            assertThat(item.kind()).isEqualTo(AttentionKind.PAYMENT_OUTCOME);
            assertThat(item.subject()).isEqualTo("payment-1");
            assertThat(item.code()).isEqualTo("OUTCOME_UNKNOWN");
            assertThat(item.detail()).contains("k (CAPTURE)", "no answer");
            assertThat(item.resolved()).isFalse();
        });
        rows.store("payment-1", settled);
        assertThat(open()).isEmpty();
    }

    @Test
    void an_outcome_that_no_lookup_told_is_more_urgent_and_was_unknown_since_the_first() {
        rows.store("payment-1", unknown());
        rows.store(
                "payment-1", new PaymentOutcomeOverdue("payment-1", "order-1", PaymentOperation.CAPTURE, "k", LATER));
        assertThat(items()).singleElement().satisfies(item -> {
            assertThat(item.code()).isEqualTo("OUTCOME_OVERDUE");
            assertThat(item.since()).isEqualTo(THEN);
        });
    }

    @Test
    void a_shortfall_ends_with_the_unit_that_makes_it_up_wherever_it_comes_from() {
        rows.store(ITEM, new StockReceived(ITEM, 9, null, THEN));
        assertThat(items()).isEmpty();
        rows.store(ITEM, new StockAdjusted(ITEM, -9, "COUNT", THEN));
        rows.store(ITEM, new StockShortfallDetected(ITEM, 9, THEN));
        assertThat(items()).singleElement().satisfies(item -> {
            assertThat(item.kind()).isEqualTo(AttentionKind.STOCK_SHORTFALL);
            assertThat(item.subject()).isEqualTo("TEE-M");
        });
        rows.store(ITEM, new StockReceived(ITEM, 2, null, THEN));
        assertMissing(7);
        rows.store(ITEM, new StockReturned(ITEM, "order-1", "1", "return-1", 1, THEN));
        assertMissing(6);
        // Of the three that are given up, one had only been back-ordered: it was not missing.
        rows.store(ITEM, new ReservationSet(ITEM, "order-1", "1", 2, 0, 0, 0, 0, 0, 2, 1, THEN));
        assertMissing(4);
        rows.store(ITEM, new StockDispatched(ITEM, "order-2", "1", "shipment-2", 2, 2, 0, THEN));
        assertMissing(4);
        rows.store(ITEM, new StockDispatched(ITEM, "order-3", "1", "shipment-3", 1, 0, 0, THEN));
        assertMissing(5);
        rows.store(ITEM, new StockAdjusted(ITEM, -1, "BREAKAGE", THEN));
        rows.store(ITEM, new StockShortfallDetected(ITEM, 6, THEN));
        assertMissing(6);
        rows.store(ITEM, new StockAdjusted(ITEM, 6, "FOUND", LATER));
        assertThat(open()).isEmpty();
        assertThat(items().get(0).resolvedAt()).isEqualTo(LATER);
    }

    @Test
    void a_shortfall_that_is_over_may_come_again() {
        rows.store(ITEM, new StockShortfallDetected(ITEM, 1, THEN));
        rows.store(ITEM, new StockReceived(ITEM, 10, null, THEN));
        rows.store(ITEM, new StockDispatched(ITEM, "order-1", "1", "shipment-1", 9, 9, 0, THEN));
        assertThat(open()).isEmpty();
        rows.store(ITEM, new StockShortfallDetected(ITEM, 3, LATER));
        assertMissing(3);
        assertThat(items().get(0).since()).isEqualTo(LATER);
    }

    @Test
    void a_step_that_is_stuck_stays_until_it_has_had_its_answer() {
        rows.tell(new StepRefused("fulfilment", "order-1", "pay:1", "", 1, "DECLINED", "No.", THEN));
        rows.tell(new StepUnstuck("fulfilment", "order-1", "pay:1", "", 1, THEN));
        assertThat(items()).isEmpty();
        rows.tell(new StepStuck("fulfilment", "order-1", "reserve:1", "", 1, "UNAVAILABLE", "No answer.", THEN));
        rows.tell(new StepStuck("fulfilment", "order-1", "reserve:1", "", 2, "UNAVAILABLE", "No answer.", THEN));
        assertThat(items().get(0))
                .isEqualTo(new AttentionItem(
                        "step/fulfilment/order-1/reserve:1//1",
                        AttentionKind.STEP_STUCK,
                        "order-1",
                        "UNAVAILABLE",
                        "Step reserve:1 of process fulfilment fails: No answer.",
                        THEN,
                        items().get(0).resolution(),
                        false,
                        null));
        rows.tell(new StepUnstuck("fulfilment", "order-1", "reserve:1", "", 1, LATER));
        assertThat(open()).containsExactly("step/fulfilment/order-1/reserve:1//2");
    }

    @Test
    void a_step_that_somebody_takes_over_needs_nobody_any_more() {
        rows.tell(new StepStuck("fulfilment", "order-1", "capture", "", 1, "UNAVAILABLE", "No answer.", THEN));
        rows.tell(new StepTakenOver("fulfilment", "order-1", "capture", "", 1, "anna", "Paid in cash.", LATER));
        assertThat(open()).isEmpty();
    }

    /** Parked again, it is open again: what says so is of no stream, and twice is not the same as once. */
    @Test
    void a_parked_event_stays_until_it_was_taken_in_or_discarded() {
        Rows<AttentionRow> parked = new Rows<>(new AttentionFold());
        parked.tell(new ParkedEventTaken("processes", "order-1", "event-0", THEN));
        assertThat(items(parked)).isEmpty();
        parked.tell(new EventParked("processes", "order-1", "event-1", "order.OrderHeld", "GAP", THEN));
        parked.tell(new EventParked("processes", "order-2", "event-2", "order.OrderHeld", "GAP", THEN));
        assertThat(items(parked).get(0))
                .isEqualTo(new AttentionItem(
                        "parked/processes/event-1",
                        AttentionKind.EVENT_PARKED,
                        "order-1",
                        "GAP",
                        "An event order.OrderHeld could not be processed; later events of the same subject wait.",
                        THEN,
                        List.of(
                                "POST /api/v1/admin/processes/processes/parked/{id}/retry",
                                "DELETE /api/v1/admin/processes/processes/parked/{id}"),
                        false,
                        null));
        parked.tell(new ParkedEventTaken("processes", "order-1", "event-1", LATER));
        parked.tell(new ParkedEventDiscarded("processes", "order-2", "event-2", "anna", "It was a test.", LATER));
        assertThat(open(parked)).isEmpty();
        parked.tell(new EventParked("processes", "order-1", "event-1", "order.OrderHeld", "GAP", LATER.plusSeconds(1)));
        assertThat(open(parked)).containsExactly("parked/processes/event-1");
    }

    private void assertMissing(long units) {
        assertThat(items()).singleElement().satisfies(item -> {
            assertThat(item.resolved()).isFalse();
            assertThat(item.detail()).endsWith(units + " are missing.");
        });
    }

    private List<AttentionItem> items() {
        return items(rows);
    }

    private static List<AttentionItem> items(Rows<AttentionRow> some) {
        return some.all().stream().map(AttentionRow::item).toList();
    }

    private List<String> open() {
        return open(rows);
    }

    private static List<String> open(Rows<AttentionRow> some) {
        return items(some).stream()
                .filter(item -> !item.resolved())
                .map(AttentionItem::id)
                .toList();
    }

    private static OrderProblemReported problem(String id, String code, Instant at) {
        return new OrderProblemReported("order-1", id, code, "It did not work.", at);
    }

    private static PaymentOutcomeUnknown unknown() {
        return new PaymentOutcomeUnknown("payment-1", "order-1", PaymentOperation.CAPTURE, "k", "no answer", THEN);
    }
}
