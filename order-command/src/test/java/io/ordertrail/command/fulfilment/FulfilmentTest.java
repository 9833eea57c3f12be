package io.ordertrail.command.fulfilment;

import static io.ordertrail.command.fulfilment.Story.NOW;
import static io.ordertrail.command.fulfilment.Story.ORDER;
import static io.ordertrail.command.fulfilment.Story.PAYMENT;
import static io.ordertrail.command.fulfilment.Story.SANDBOX;
import static io.ordertrail.command.fulfilment.Story.backordered;
import static io.ordertrail.command.fulfilment.Story.cancelled;
import static io.ordertrail.command.fulfilment.Story.chosen;
import static io.ordertrail.command.fulfilment.Story.completed;
import static io.ordertrail.command.fulfilment.Story.confirmed;
import static io.ordertrail.command.fulfilment.Story.eur;
import static io.ordertrail.command.fulfilment.Story.placed;
import static io.ordertrail.command.fulfilment.Story.refused;
import static io.ordertrail.command.fulfilment.Story.reserved;
import static io.ordertrail.command.fulfilment.Story.step;
import static io.ordertrail.command.fulfilment.Story.stockRequested;
import static io.ordertrail.command.fulfilment.Story.stockReserved;

import io.ordertrail.api.order.CancellationReason;
import io.ordertrail.api.order.LineQuantity;
import io.ordertrail.api.order.OrderCommand.ApproveShipment;
import io.ordertrail.api.order.OrderCommand.ExpireOrder;
import io.ordertrail.api.order.OrderCommand.HoldOrder;
import io.ordertrail.api.order.OrderCommand.RecordBackorderFilled;
import io.ordertrail.api.order.OrderCommand.RecordStockRejected;
import io.ordertrail.api.order.OrderCommand.RecordStockReserved;
import io.ordertrail.api.order.OrderCommand.ReportOverdue;
import io.ordertrail.api.order.OrderCommand.ReportProblem;
import io.ordertrail.api.order.OrderEvent.OrderBackorderFilled;
import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.order.PaymentTerms;
import io.ordertrail.api.payment.PaymentCommand.InitiatePayment;
import io.ordertrail.api.payment.PaymentEvent.PaymentExpired;
import io.ordertrail.api.stock.StockCommand.ConfirmReservation;
import io.ordertrail.api.stock.StockCommand.ReserveStock;
import io.ordertrail.api.stock.StockEvent.BackorderFilled;
import io.ordertrail.axon.process.StepId;
import io.ordertrail.command.fulfilment.FulfilmentSettings.Shipments;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Process 1, step by step: given what has happened, when the next thing happens, then these steps are sent. */
class FulfilmentTest extends FulfilmentScenario {

    private static final Instant IN_30_MINUTES = NOW.plus(Duration.ofMinutes(30));
    private static final Instant IN_7_DAYS = NOW.plus(Duration.ofDays(7));
    private static final Instant IN_48_HOURS = NOW.plus(Duration.ofHours(48));

    @Test
    void an_order_that_names_no_payment_waits_as_long_as_a_bank_transfer_takes() {
        after(placed(PaymentTerms.PREPAID)).expectActiveSagas(1);
        steps.scheduled(step("expire"), IN_7_DAYS, new ExpireOrder(ORDER)).nothingElse();
    }

    @Test
    void an_imported_order_starts_nothing() {
        after(placed(PaymentTerms.PREPAID, "IMPORT")).expectActiveSagas(0);
        steps.nothingElse();
    }

    @Test
    void every_line_that_is_tracked_is_reserved_until_the_reservation_ends() {
        after(placed(PaymentTerms.AUTH_FIRST), stockRequested());
        steps.sent(step("reserve:1:1"), new ReserveStock("stock-SHIRT", ORDER, "1", 2, IN_15_MINUTES))
                .sent(step("reserve:2:1"), new ReserveStock("stock-CAP", ORDER, "2", 1, IN_15_MINUTES))
                .scheduled(step("expire"), IN_15_MINUTES, new ExpireOrder(ORDER))
                .nothingElse();
    }

    @Test
    void a_payment_that_was_named_waits_for_the_stock() {
        after(placed(PaymentTerms.AUTH_FIRST), stockRequested(), chosen());
        steps.nothingElse();
    }

    @Test
    void without_tracked_lines_the_named_payment_is_authorised_at_once() {
        after(placed(PaymentTerms.AUTH_FIRST), chosen());
        steps.scheduled(step("expire"), IN_30_MINUTES, new ExpireOrder(ORDER))
                .sent(step("pay:1"), new InitiatePayment(PAYMENT, ORDER, SANDBOX, eur("55.00"), false))
                .nothingElse();
    }

    @Test
    void who_pays_in_advance_is_charged_as_soon_as_it_is_authorised() {
        after(placed(PaymentTerms.PREPAID), chosen());
        steps.scheduled(step("expire"), IN_30_MINUTES, new ExpireOrder(ORDER))
                .sent(step("pay:1"), new InitiatePayment(PAYMENT, ORDER, SANDBOX, eur("55.00"), true))
                .nothingElse();
    }

    @Test
    void the_order_hears_of_its_stock_once_every_line_is_promised() {
        after(placed(PaymentTerms.AUTH_FIRST), stockRequested(), reserved("1", "SHIRT", 2));
        steps.nothingElse();
    }

    @Test
    void with_the_last_line_the_stock_is_reserved() {
        after(placed(PaymentTerms.AUTH_FIRST), stockRequested(), reserved("1", "SHIRT", 2), reserved("2", "CAP", 1));
        steps.sent(step("stock-reserved:1"), new RecordStockReserved(ORDER, List.of()))
                .nothingElse();
    }

    @Test
    void a_back_order_is_a_promise_too_and_is_told() {
        after(placed(PaymentTerms.AUTH_FIRST), stockRequested(), backordered("1", "SHIRT", 2), reserved("2", "CAP", 1));
        steps.sent(step("stock-reserved:1"), new RecordStockReserved(ORDER, List.of(new LineQuantity("1", 2))))
                .nothingElse();
    }

    @Test
    void a_back_order_that_is_filled_before_the_order_is_told_is_told_as_there() {
        after(
                placed(PaymentTerms.AUTH_FIRST),
                stockRequested(),
                backordered("1", "SHIRT", 2),
                filled(),
                reserved("2", "CAP", 1));
        steps.sent(step("stock-reserved:1"), new RecordStockReserved(ORDER, List.of()))
                .nothingElse();
    }

    @Test
    void a_back_order_that_is_filled_before_the_order_has_heard_of_it_is_told_once_it_has() {
        after(
                placed(PaymentTerms.AUTH_FIRST),
                stockRequested(),
                backordered("1", "SHIRT", 2),
                reserved("2", "CAP", 1),
                filled(),
                stockReserved(new LineQuantity("1", 2)));
        steps.sent(step("filled:1:5"), new RecordBackorderFilled(ORDER, "1", 2)).nothingElse();
    }

    @Test
    void a_back_order_that_is_filled_later_is_told_by_stock_alone() {
        after(
                placed(PaymentTerms.AUTH_FIRST),
                stockRequested(),
                backordered("1", "SHIRT", 2),
                reserved("2", "CAP", 1),
                stockReserved(new LineQuantity("1", 2)),
                filled());
        steps.nothingElse();
    }

    @Test
    void an_answer_that_comes_twice_changes_nothing() {
        after(
                placed(PaymentTerms.AUTH_FIRST),
                stockRequested(),
                reserved("1", "SHIRT", 2),
                reserved("2", "CAP", 1),
                reserved("2", "CAP", 1));
        steps.nothingElse();
    }

    @Test
    void stock_first_then_the_payment() {
        after(
                placed(PaymentTerms.AUTH_FIRST),
                stockRequested(),
                chosen(),
                reserved("1", "SHIRT", 2),
                reserved("2", "CAP", 1),
                stockReserved());
        steps.sent(step("pay:1"), new InitiatePayment(PAYMENT, ORDER, SANDBOX, eur("55.00"), false))
                .nothingElse();
    }

    @Test
    void stock_that_is_told_twice_is_paid_once() {
        after(placed(PaymentTerms.AUTH_FIRST), stockRequested(), chosen(), stockReserved(), stockReserved());
        steps.nothingElse();
    }

    @Test
    void a_line_that_cannot_be_had_ends_the_order() {
        after(
                placed(PaymentTerms.AUTH_FIRST),
                stockRequested(),
                reserved("1", "SHIRT", 2),
                refused("reserve:2:1", "OUT_OF_STOCK"));
        steps.sent(step("stock-rejected"), new RecordStockRejected(ORDER, "2")).nothingElse();
    }

    @Test
    void when_the_order_ends_for_want_of_stock_the_other_lines_are_released() {
        after(
                        placed(PaymentTerms.AUTH_FIRST),
                        stockRequested(),
                        reserved("1", "SHIRT", 2),
                        refused("reserve:2:1", "OUT_OF_STOCK"),
                        cancelled(CancellationReason.OUT_OF_STOCK))
                .expectActiveSagas(1);
        steps.cancelled(step("expire"))
                .cancelled(step("overdue"))
                .compensated(step("release:1"), release("SHIRT", "1"))
                .nothingElse();
    }

    @Test
    void it_ends_when_all_is_released() {
        after(
                        placed(PaymentTerms.AUTH_FIRST),
                        stockRequested(),
                        reserved("1", "SHIRT", 2),
                        refused("reserve:2:1", "OUT_OF_STOCK"),
                        cancelled(CancellationReason.OUT_OF_STOCK),
                        released("SHIRT", "1", 2))
                .expectActiveSagas(0);
        steps.nothingElse();
    }

    @Test
    void a_reservation_that_was_on_its_way_when_the_order_was_cancelled_is_released_when_it_comes() {
        after(
                        placed(PaymentTerms.AUTH_FIRST),
                        stockRequested(),
                        cancelled(CancellationReason.CUSTOMER),
                        reserved("1", "SHIRT", 2))
                .expectActiveSagas(1);
        steps.compensated(step("release:1"), release("SHIRT", "1")).nothingElse();
    }

    @Test
    void a_refusal_that_was_on_its_way_when_the_order_was_cancelled_leaves_nothing_to_undo() {
        after(
                        placed(PaymentTerms.AUTH_FIRST),
                        stockRequested(),
                        cancelled(CancellationReason.CUSTOMER),
                        refused("reserve:1:1", "OUT_OF_STOCK"),
                        refused("reserve:2:1", "OUT_OF_STOCK"))
                .expectActiveSagas(0);
        steps.nothingElse();
    }

    @Test
    void an_order_without_tracked_lines_ends_with_its_cancellation() {
        after(placed(PaymentTerms.AUTH_FIRST), cancelled(CancellationReason.EXPIRED))
                .expectActiveSagas(0);
        steps.cancelled(step("expire")).cancelled(step("overdue")).nothingElse();
    }

    @Test
    void a_confirmed_order_keeps_its_stock_and_no_longer_expires() {
        after(
                placed(PaymentTerms.AUTH_FIRST),
                stockRequested(),
                reserved("1", "SHIRT", 2),
                reserved("2", "CAP", 1),
                stockReserved(),
                confirmed());
        steps.cancelled(step("expire"))
                .scheduled(step("overdue"), IN_48_HOURS, new ReportOverdue(ORDER))
                .sent(step("confirm:1"), new ConfirmReservation("stock-SHIRT", ORDER, "1"))
                .sent(step("confirm:2"), new ConfirmReservation("stock-CAP", ORDER, "2"))
                .nothingElse();
    }

    @Test
    void with_automatic_shipments_all_that_is_there_is_approved_at_once() {
        settings(Shipments.AUTOMATIC);
        after(placed(PaymentTerms.AUTH_FIRST), confirmed());
        StepId ship = step("ship:1");
        steps.cancelled(step("expire"))
                .scheduled(step("overdue"), IN_48_HOURS, new ReportOverdue(ORDER))
                .sent(ship, new ApproveShipment(ORDER, OrderId.shipment(ORDER, ship.text()), List.of(), null))
                .nothingElse();
    }

    @Test
    void what_was_back_ordered_follows_in_a_shipment_of_its_own() {
        settings(Shipments.AUTOMATIC);
        after(
                placed(PaymentTerms.AUTH_FIRST),
                stockRequested(),
                backordered("1", "SHIRT", 2),
                reserved("2", "CAP", 1),
                stockReserved(),
                confirmed(),
                filled(),
                new OrderBackorderFilled(ORDER, "1", 2, NOW));
        StepId ship = step("ship:2");
        steps.sent(ship, new ApproveShipment(ORDER, OrderId.shipment(ORDER, ship.text()), List.of(), null))
                .nothingElse();
    }

    @Test
    void stock_that_is_gone_when_it_is_to_be_kept_needs_a_person() {
        after(
                placed(PaymentTerms.AUTH_FIRST),
                stockRequested(),
                reserved("1", "SHIRT", 2),
                reserved("2", "CAP", 1),
                confirmed(),
                refused("confirm:1", "NOT_RESERVED"));
        steps.sent(
                        step("problem:confirm:1"),
                        new ReportProblem(
                                ORDER,
                                "confirm:1",
                                "NOT_RESERVED",
                                "Its stock was lost before the order was confirmed: No."))
                .nothingElse();
    }

    @Test
    void a_declined_payment_leaves_the_order_waiting_for_another_until_it_expires() {
        after(placed(PaymentTerms.AUTH_FIRST), chosen(), declined(PAYMENT)).expectActiveSagas(1);
        steps.nothingElse();
    }

    @Test
    void a_payment_that_is_refused_leaves_the_order_waiting_too() {
        after(placed(PaymentTerms.AUTH_FIRST), chosen(), refused("pay:1", "INVALID_REQUEST"))
                .expectActiveSagas(1);
        steps.nothingElse();
    }

    @Test
    void an_authorisation_that_expires_before_the_goods_left_is_asked_for_again() {
        after(
                placed(PaymentTerms.AUTH_FIRST),
                chosen(),
                confirmed(),
                new PaymentExpired(PAYMENT, ORDER, eur("55.00"), NOW));
        steps.sent(step("pay:2"), new InitiatePayment(second(), ORDER, SANDBOX, eur("55.00"), false))
                .nothingElse();
    }

    @Test
    void where_it_is_declined_then_the_goods_are_held() {
        after(
                placed(PaymentTerms.AUTH_FIRST),
                chosen(),
                confirmed(),
                new PaymentExpired(PAYMENT, ORDER, eur("55.00"), NOW),
                declined(second()));
        steps.sent(
                        step("hold:PAYMENT_LOST:" + second()),
                        new HoldOrder(ORDER, "PAYMENT_LOST", "The payment was declined: no cover", null))
                .nothingElse();
    }

    @Test
    void an_older_authorisation_that_expires_is_asked_for_again_too() {
        after(
                placed(PaymentTerms.AUTH_FIRST),
                chosen(),
                confirmed(),
                new PaymentExpired(PAYMENT, ORDER, eur("25.00"), NOW),
                new PaymentExpired(PAYMENT, ORDER, eur("30.00"), NOW));
        steps.sent(step("pay:3"), new InitiatePayment(payment(3), ORDER, SANDBOX, eur("30.00"), false))
                .nothingElse();
    }

    @Test
    void where_an_older_one_is_declined_then_the_goods_are_held_too() {
        after(
                placed(PaymentTerms.AUTH_FIRST),
                chosen(),
                confirmed(),
                new PaymentExpired(PAYMENT, ORDER, eur("25.00"), NOW),
                new PaymentExpired(second(), ORDER, eur("25.00"), NOW),
                declined(second()));
        steps.sent(
                        step("hold:PAYMENT_LOST:" + second()),
                        new HoldOrder(ORDER, "PAYMENT_LOST", "The payment was declined: no cover", null))
                .nothingElse();
    }

    @Test
    void where_what_expires_was_begun_by_somebody_else_the_goods_are_held() {
        String other = OrderId.payment(ORDER, "front door");
        after(
                placed(PaymentTerms.AUTH_FIRST),
                chosen(),
                confirmed(),
                new PaymentExpired(other, ORDER, eur("9.00"), NOW));
        steps.sent(
                        step("hold:PAYMENT_LOST:" + other),
                        new HoldOrder(ORDER, "PAYMENT_LOST", "The authorisation has expired", null))
                .nothingElse();
    }

    @Test
    void a_payment_that_is_asked_for_again_and_refused_holds_the_goods() {
        after(
                placed(PaymentTerms.AUTH_FIRST),
                chosen(),
                confirmed(),
                new PaymentExpired(PAYMENT, ORDER, eur("55.00"), NOW),
                refused("pay:2", "INVALID_REQUEST"));
        steps.sent(
                        step("hold:PAYMENT_LOST:" + second()),
                        new HoldOrder(ORDER, "PAYMENT_LOST", "It could not be paid: No.", null))
                .nothingElse();
    }

    @Test
    void an_authorisation_that_expires_on_a_pending_order_is_the_deadlines_business() {
        after(placed(PaymentTerms.AUTH_FIRST), chosen(), new PaymentExpired(PAYMENT, ORDER, eur("55.00"), NOW));
        steps.nothingElse();
    }

    private static BackorderFilled filled() {
        return new BackorderFilled("stock-SHIRT", ORDER, "1", 2, NOW);
    }

    @Test
    void it_ends_with_the_completion() {
        after(placed(PaymentTerms.AUTH_FIRST), confirmed(), completed()).expectActiveSagas(0);
        steps.cancelled(step("overdue")).nothingElse();
    }

    @Test
    void a_refusal_of_another_process_is_none_of_its_business() {
        after(
                placed(PaymentTerms.AUTH_FIRST),
                stockRequested(),
                new io.ordertrail.api.process.ProcessEvent.StepRefused(
                        "other", ORDER, "reserve:1:1", "", 1, "OUT_OF_STOCK", "No.", NOW));
        steps.nothingElse();
    }
}
