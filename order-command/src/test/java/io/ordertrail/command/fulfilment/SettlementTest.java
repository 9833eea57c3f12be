package io.ordertrail.command.fulfilment;

import static io.ordertrail.command.fulfilment.Story.NOW;
import static io.ordertrail.command.fulfilment.Story.ORDER;
import static io.ordertrail.command.fulfilment.Story.PAYMENT;
import static io.ordertrail.command.fulfilment.Story.SANDBOX;
import static io.ordertrail.command.fulfilment.Story.approved;
import static io.ordertrail.command.fulfilment.Story.cancelled;
import static io.ordertrail.command.fulfilment.Story.completed;
import static io.ordertrail.command.fulfilment.Story.eur;
import static io.ordertrail.command.fulfilment.Story.line;
import static io.ordertrail.command.fulfilment.Story.placed;
import static io.ordertrail.command.fulfilment.Story.refused;
import static io.ordertrail.command.fulfilment.Story.step;

import io.ordertrail.api.order.CancellationReason;
import io.ordertrail.api.order.OrderCommand.ReportProblem;
import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.order.PaymentTerms;
import io.ordertrail.api.payment.PaymentCommand.CapturePayment;
import io.ordertrail.api.payment.PaymentCommand.ExpireAuthorization;
import io.ordertrail.api.payment.PaymentCommand.RefundPayment;
import io.ordertrail.api.payment.PaymentCommand.VoidPayment;
import io.ordertrail.api.payment.PaymentEvent.PaymentAuthorized;
import io.ordertrail.api.payment.PaymentEvent.PaymentCaptureFailed;
import io.ordertrail.api.payment.PaymentEvent.PaymentExpired;
import io.ordertrail.api.payment.PaymentEvent.PaymentInitiated;
import io.ordertrail.api.payment.PaymentEvent.PaymentVoidFailed;
import io.ordertrail.api.payment.PaymentEvent.PaymentVoided;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is captured, and what is given up or given back when the order ends. */
class SettlementTest extends SettlementScenario {

    @Test
    void an_authorisation_ends_when_its_time_is_over() {
        after(initiated(), authorized("55.00")).expectActiveSagas(1);
        steps.scheduled(step("authorization-end:" + PAYMENT), EXPIRY, new ExpireAuthorization(PAYMENT))
                .nothingElse();
    }

    @Test
    void a_parcel_is_captured_when_it_is_approved_shipping_with_the_first() {
        after(initiated(), authorized("55.00"), approved("s-1", "1", 1));
        steps.sent(capture(1), new CapturePayment(PAYMENT, eur("25.00"), "s-1")).nothingElse();
    }

    @Test
    void the_next_parcel_waits_for_the_answer_to_the_capture_before() {
        after(initiated(), authorized("55.00"), approved("s-1", "1", 1), approved("s-2", "1", 1));
        steps.nothingElse();
    }

    @Test
    void with_the_answer_the_next_parcel_is_captured() {
        after(
                initiated(),
                authorized("55.00"),
                approved("s-1", "1", 1),
                approved("s-2", "1", 1),
                captured("25.00", "s-1"));
        steps.sent(capture(2), new CapturePayment(PAYMENT, eur("20.00"), "s-2")).nothingElse();
    }

    @Test
    void the_last_parcel_takes_what_is_left_of_the_value() {
        after(
                initiated(),
                authorized("55.00"),
                approved("s-1", "1", 2),
                captured("45.00", "s-1"),
                approved("s-2", "2", 1));
        steps.sent(capture(2), new CapturePayment(PAYMENT, eur("10.00"), "s-2")).nothingElse();
    }

    @Test
    void a_capture_that_is_told_twice_asks_for_nothing_more() {
        after(
                initiated(),
                authorized("55.00"),
                approved("s-1", "1", 2),
                approved("s-2", "2", 1),
                captured("45.00", "s-1"),
                captured("10.00", "s-2"));
        steps.cancelled(step("authorization-end:" + PAYMENT)).nothingElse();
    }

    @Test
    void what_was_captured_at_once_is_not_captured_again() {
        after(initiated(), authorized("55.00"), asked("55.00"), captured("55.00", null), approved("s-1", "1", 2));
        steps.nothingElse();
    }

    @Test
    void money_that_came_another_way_is_not_captured() {
        after(manual(), manuallyCaptured("55.00"), approved("s-1", "1", 2));
        steps.nothingElse();
    }

    @Test
    void a_capture_that_fails_is_not_tried_again() {
        after(
                initiated(),
                authorized("55.00"),
                approved("s-1", "1", 2),
                new PaymentCaptureFailed(PAYMENT, ORDER, "key", eur("45.00"), "s-1", "gone", NOW));
        steps.nothingElse();
    }

    @Test
    void a_capture_that_is_refused_needs_a_person() {
        String step = "capture:1:" + PAYMENT;
        after(initiated(), authorized("55.00"), approved("s-1", "1", 2), refused(step, "NOT_AUTHORIZED"));
        steps.sent(
                        step("problem:" + step),
                        new ReportProblem(ORDER, step, "NOT_AUTHORIZED", "A shipment could not be captured: No."))
                .nothingElse();
    }

    @Test
    void a_capture_that_meets_a_busy_payment_is_asked_again_later() {
        after(
                initiated(),
                authorized("145.00"),
                approved("s-1", "1", 1),
                captured("25.00", "s-1"),
                approved("s-2", "1", 1),
                approved("s-3", "2", 1),
                busy(capture(2)));
        steps.scheduled(
                        capture(2).again(),
                        NOW.plus(Duration.ofMinutes(1)),
                        new CapturePayment(PAYMENT, eur("20.00"), "s-2"))
                .nothingElse();
    }

    @Test
    void each_time_after_a_longer_wait() {
        after(
                initiated(),
                authorized("55.00"),
                approved("s-1", "1", 2),
                busy(capture(1)),
                busy(capture(1).again()));
        steps.scheduled(
                        capture(1).again().again(),
                        NOW.plus(Duration.ofMinutes(2)),
                        new CapturePayment(PAYMENT, eur("45.00"), "s-1"))
                .nothingElse();
    }

    @Test
    void until_it_is_answered() {
        after(
                initiated(),
                authorized("55.00"),
                approved("s-1", "1", 2),
                busy(capture(1)),
                approved("s-2", "2", 1),
                captured("45.00", "s-1"));
        steps.sent(capture(2), new CapturePayment(PAYMENT, eur("10.00"), "s-2")).nothingElse();
    }

    @Test
    void a_refusal_of_ours_does_not_forget_what_staff_asked_for() {
        after(
                initiated(),
                authorized("55.00"),
                approved("s-1", "1", 2),
                asked("15.00"),
                refused("capture:1:" + PAYMENT, "MORE_THAN_AUTHORIZED"),
                captured("15.00", null),
                cancelled(CancellationReason.CUSTOMER));
        steps.compensated(step("void:" + PAYMENT), new VoidPayment(PAYMENT, CANCELLED))
                .compensated(refund(1), new RefundPayment(PAYMENT, REFUND, eur("15.00"), CANCELLED))
                .nothingElse();
    }

    @Test
    void when_the_order_is_cancelled_what_is_authorised_is_given_up() {
        after(initiated(), authorized("55.00"), cancelled(CancellationReason.CUSTOMER))
                .expectActiveSagas(1);
        steps.compensated(step("void:" + PAYMENT), new VoidPayment(PAYMENT, CANCELLED))
                .nothingElse();
    }

    @Test
    void it_ends_when_nothing_is_promised_any_more() {
        after(
                        initiated(),
                        authorized("55.00"),
                        cancelled(CancellationReason.CUSTOMER),
                        new PaymentVoided(PAYMENT, ORDER, eur("55.00"), NOW))
                .expectActiveSagas(0);
        steps.cancelled(step("authorization-end:" + PAYMENT)).nothingElse();
    }

    @Test
    void an_authorisation_that_comes_after_the_cancellation_is_given_up_too() {
        after(initiated(), cancelled(CancellationReason.EXPIRED), authorized("55.00"))
                .expectActiveSagas(1);
        steps.compensated(step("void:" + PAYMENT), new VoidPayment(PAYMENT, "The order was cancelled: EXPIRED"))
                .nothingElse();
    }

    @Test
    void a_payment_that_begins_after_the_cancellation_is_given_up_too() {
        after(cancelled(CancellationReason.CUSTOMER), initiated(), authorized("55.00"))
                .expectActiveSagas(1);
        steps.compensated(step("void:" + PAYMENT), new VoidPayment(PAYMENT, CANCELLED))
                .nothingElse();
    }

    @Test
    void money_that_is_taken_by_a_payment_that_begins_after_the_cancellation_is_refunded() {
        after(
                cancelled(CancellationReason.CUSTOMER),
                initiated(),
                authorized("55.00"),
                asked("55.00"),
                captured("55.00", null));
        steps.compensated(refund(1), new RefundPayment(PAYMENT, REFUND, eur("55.00"), CANCELLED))
                .cancelled(step("authorization-end:" + PAYMENT))
                .nothingElse();
    }

    @Test
    void so_is_one_that_begins_after_all_was_given_back() {
        String late = OrderId.payment(ORDER, "late");
        after(
                initiated(),
                declined(),
                cancelled(CancellationReason.CUSTOMER),
                new PaymentInitiated(late, ORDER, SANDBOX, eur("55.00"), false, null, NOW),
                new PaymentAuthorized(late, ORDER, "key", "ref", eur("55.00"), EXPIRY, NOW));
        steps.compensated(step("void:" + late), new VoidPayment(late, CANCELLED))
                .nothingElse();
    }

    @Test
    void how_an_imported_order_ended_is_history() {
        afterPlacing(
                placed(PaymentTerms.AUTH_FIRST, "IMPORT"),
                cancelled(CancellationReason.OTHER),
                manual(),
                manuallyCaptured("55.00"));
        steps.cancelled(step("authorization-end:" + PAYMENT)).nothingElse();
    }

    @Test
    void a_payment_declined_after_the_cancellation_leaves_nothing_to_undo() {
        after(initiated(), cancelled(CancellationReason.EXPIRED), declined()).expectActiveSagas(0);
        steps.nothingElse();
    }

    @Test
    void an_authorisation_that_expires_after_the_cancellation_leaves_nothing_to_undo() {
        after(
                        initiated(),
                        authorized("55.00"),
                        cancelled(CancellationReason.CUSTOMER),
                        new PaymentExpired(PAYMENT, ORDER, eur("55.00"), NOW))
                .expectActiveSagas(0);
    }

    @Test
    void when_the_order_is_cancelled_what_was_captured_is_refunded_from_that_very_payment() {
        after(
                initiated(),
                authorized("55.00"),
                asked("55.00"),
                captured("55.00", null),
                cancelled(CancellationReason.CUSTOMER));
        steps.compensated(refund(1), new RefundPayment(PAYMENT, REFUND, eur("55.00"), CANCELLED))
                .nothingElse();
    }

    @Test
    void money_that_is_captured_after_the_cancellation_is_refunded() {
        after(
                initiated(),
                authorized("55.00"),
                asked("55.00"),
                cancelled(CancellationReason.CUSTOMER),
                captured("55.00", null));
        steps.compensated(refund(1), new RefundPayment(PAYMENT, REFUND, eur("55.00"), CANCELLED))
                .cancelled(step("authorization-end:" + PAYMENT))
                .nothingElse();
    }

    @Test
    void it_ends_when_the_refund_has_arrived() {
        after(
                        initiated(),
                        authorized("55.00"),
                        asked("55.00"),
                        captured("55.00", null),
                        cancelled(CancellationReason.CUSTOMER),
                        refunded(REFUND, "55.00"))
                .expectActiveSagas(0);
        steps.nothingElse();
    }

    @Test
    void the_last_cent_is_captured_when_what_has_not_left_is_cancelled() {
        afterPlacing(
                Story.placed(line("1", "SOCKS", 3, "3.33", "10.00")),
                initiated(),
                authorized("10.00"),
                approved("s-1", "1", 1),
                captured("3.33", "s-1"),
                linesCancelled("1", 2, "6.66"));
        steps.sent(capture(2), new CapturePayment(PAYMENT, eur("0.01"), "s-1")).nothingElse();
    }

    @Test
    void before_anything_leaves_a_cancellation_of_lines_captures_nothing() {
        after(initiated(), authorized("55.00"), linesCancelled("1", 2, "40.00"));
        steps.nothingElse();
    }

    @Test
    void what_is_not_needed_when_the_order_is_complete_is_given_up() {
        after(
                initiated(),
                authorized("80.00"),
                approved("s-1", "1", 2),
                captured("45.00", "s-1"),
                approved("s-2", "2", 1),
                captured("10.00", "s-2"),
                completed());
        steps.compensated(step("void:" + PAYMENT), new VoidPayment(PAYMENT, "The order is complete"))
                .nothingElse();
    }

    @Test
    void the_last_capture_is_still_made_when_the_order_is_complete_before_its_turn() {
        after(
                initiated(),
                authorized("55.00"),
                approved("s-1", "1", 2),
                approved("s-2", "2", 1),
                completed(),
                captured("45.00", "s-1"));
        steps.sent(capture(2), new CapturePayment(PAYMENT, eur("10.00"), "s-2")).nothingElse();
    }

    @Test
    void a_void_that_fails_is_not_tried_again_for_the_promise_ends_by_itself() {
        after(
                initiated(),
                authorized("55.00"),
                cancelled(CancellationReason.CUSTOMER),
                new PaymentVoidFailed(PAYMENT, ORDER, "key", eur("55.00"), "busy", NOW));
        steps.nothingElse();
    }
}
