package io.ordertrail.command.fulfilment;

import static io.ordertrail.command.fulfilment.Story.NOW;
import static io.ordertrail.command.fulfilment.Story.ORDER;
import static io.ordertrail.command.fulfilment.Story.PAYMENT;
import static io.ordertrail.command.fulfilment.Story.approved;
import static io.ordertrail.command.fulfilment.Story.cancelled;
import static io.ordertrail.command.fulfilment.Story.eur;
import static io.ordertrail.command.fulfilment.Story.step;

import io.ordertrail.api.order.CancellationReason;
import io.ordertrail.api.payment.PaymentCommand.CapturePayment;
import io.ordertrail.api.payment.PaymentCommand.RefundPayment;
import io.ordertrail.api.payment.PaymentEvent.ChargebackReceived;
import io.ordertrail.api.payment.PaymentEvent.RefundFailed;
import org.junit.jupiter.api.Test;

/** The money of an order of which a part goes back: goods that return, lines that are cancelled, edits. */
class SettlementChangesTest extends SettlementScenario {

    @Test
    void what_staff_are_giving_back_is_not_given_back_once_more() {
        after(
                initiated(),
                authorized("55.00"),
                asked("55.00"),
                captured("55.00", null),
                refundAsked("refund-1", "20.00"),
                cancelled(CancellationReason.CUSTOMER));
        steps.compensated(refund(1), new RefundPayment(PAYMENT, REFUND, eur("35.00"), CANCELLED))
                .nothingElse();
    }

    @Test
    void but_it_is_when_staff_had_no_luck() {
        after(
                initiated(),
                authorized("55.00"),
                asked("55.00"),
                captured("55.00", null),
                refundAsked("refund-1", "20.00"),
                cancelled(CancellationReason.CUSTOMER),
                new RefundFailed(PAYMENT, ORDER, "refund-1", eur("20.00"), "closed", NOW));
        steps.compensated(refund(2), new RefundPayment(PAYMENT, ours(2), eur("20.00"), CANCELLED))
                .nothingElse();
    }

    @Test
    void what_is_on_its_way_back_is_not_captured_again_either() {
        after(
                initiated(),
                authorized("145.00"),
                approved("s-1", "1", 2),
                captured("45.00", "s-1"),
                refundAsked(RETURN, "20.00"),
                approved("s-2", "2", 1));
        steps.sent(capture(2), new CapturePayment(PAYMENT, eur("10.00"), "s-2")).nothingElse();
    }

    @Test
    void lines_that_are_cancelled_are_refunded_as_far_as_they_were_paid() {
        after(
                initiated(),
                authorized("55.00"),
                asked("55.00"),
                captured("55.00", null),
                approved("s-1", "1", 2),
                linesCancelled("2", 1, "10.00"));
        steps.compensated(refund(1), new RefundPayment(PAYMENT, REFUND, eur("10.00"), "Lines were cancelled"))
                .nothingElse();
    }

    @Test
    void money_for_goods_that_came_back_is_not_captured_again() {
        after(
                initiated(),
                authorized("145.00"),
                approved("s-1", "1", 2),
                captured("45.00", "s-1"),
                refunded(RETURN, "20.00"));
        steps.nothingElse();
    }

    @Test
    void nor_is_it_when_the_next_parcel_leaves() {
        after(
                initiated(),
                authorized("145.00"),
                approved("s-1", "1", 2),
                captured("45.00", "s-1"),
                refunded(RETURN, "20.00"),
                approved("s-2", "2", 1));
        steps.sent(capture(2), new CapturePayment(PAYMENT, eur("10.00"), "s-2")).nothingElse();
    }

    @Test
    void what_staff_gave_back_is_not_captured_again() {
        after(
                initiated(),
                authorized("145.00"),
                approved("s-1", "1", 2),
                captured("45.00", "s-1"),
                refunded("refund-1", "20.00"));
        steps.nothingElse();
    }

    @Test
    void what_the_bank_took_back_may_be() {
        after(
                initiated(),
                authorized("145.00"),
                approved("s-1", "1", 2),
                captured("45.00", "s-1"),
                new ChargebackReceived(PAYMENT, ORDER, "event-1", eur("20.00"), null, NOW));
        steps.sent(capture(2), new CapturePayment(PAYMENT, eur("20.00"), "s-1")).nothingElse();
    }

    @Test
    void lines_cancelled_after_a_return_are_refunded_too() {
        after(
                initiated(),
                authorized("55.00"),
                asked("55.00"),
                captured("55.00", null),
                approved("s-1", "1", 2),
                refunded(RETURN, "20.00"),
                linesCancelled("2", 1, "10.00"));
        steps.compensated(refund(1), new RefundPayment(PAYMENT, REFUND, eur("10.00"), "Lines were cancelled"))
                .nothingElse();
    }

    @Test
    void what_staff_gave_back_counts_for_lines_that_are_cancelled_later() {
        after(
                initiated(),
                authorized("55.00"),
                asked("55.00"),
                captured("55.00", null),
                approved("s-1", "1", 2),
                refunded("refund-1", "20.00"),
                linesCancelled("2", 1, "10.00"));
        steps.nothingElse();
    }

    @Test
    void what_is_captured_after_an_edit_made_it_worth_less_is_refunded() {
        after(initiated(), authorized("55.00"), asked("55.00"), edited("45.00"), captured("55.00", null));
        steps.compensated(refund(1), new RefundPayment(PAYMENT, REFUND, eur("10.00"), "The order was changed"))
                .cancelled(step("authorization-end:" + PAYMENT))
                .nothingElse();
    }

    @Test
    void what_was_captured_before_is_refunded_at_once() {
        after(initiated(), authorized("55.00"), asked("55.00"), captured("55.00", null), edited("45.00"));
        steps.compensated(refund(1), new RefundPayment(PAYMENT, REFUND, eur("10.00"), "The order was changed"))
                .nothingElse();
    }

    @Test
    void an_edit_that_makes_it_worth_more_refunds_nothing() {
        after(initiated(), authorized("55.00"), asked("55.00"), edited("60.00"), captured("55.00", null));
        steps.cancelled(step("authorization-end:" + PAYMENT)).nothingElse();
    }
}
