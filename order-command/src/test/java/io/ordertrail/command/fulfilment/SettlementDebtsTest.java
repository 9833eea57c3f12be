package io.ordertrail.command.fulfilment;

import static io.ordertrail.command.fulfilment.Story.NOW;
import static io.ordertrail.command.fulfilment.Story.ORDER;
import static io.ordertrail.command.fulfilment.Story.PAYMENT;
import static io.ordertrail.command.fulfilment.Story.approved;
import static io.ordertrail.command.fulfilment.Story.cancelled;
import static io.ordertrail.command.fulfilment.Story.completed;
import static io.ordertrail.command.fulfilment.Story.eur;
import static io.ordertrail.command.fulfilment.Story.step;

import io.ordertrail.api.order.CancellationReason;
import io.ordertrail.api.order.OrderCommand.ReportProblem;
import io.ordertrail.api.order.OrderCommand.ResolveProblem;
import io.ordertrail.api.payment.PaymentCommand.RefundPayment;
import io.ordertrail.api.payment.PaymentEvent.PaymentRefunded;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Money that must go back and does not at once: refunds that fail, and what a person gives back by hand. */
class SettlementDebtsTest extends SettlementScenario {

    @Test
    void a_refund_that_fails_is_told_and_tried_again_for_ever() {
        after(
                        initiated(),
                        authorized("55.00"),
                        asked("55.00"),
                        captured("55.00", null),
                        cancelled(CancellationReason.CUSTOMER),
                        refundFailed(1, "55.00"))
                .expectActiveSagas(1);
        steps.scheduled(
                        refund(2),
                        NOW.plus(Duration.ofMinutes(1)),
                        new RefundPayment(PAYMENT, ours(2), eur("55.00"), "Refund failed before"))
                .sent(
                        step("problem:" + debt(1)),
                        new ReportProblem(ORDER, debt(1), "REFUND_FAILED", "EUR 55.00 could not be refunded: closed"))
                .nothingElse();
    }

    @Test
    void a_refund_that_meets_a_busy_payment_is_asked_again_later() {
        after(
                initiated(),
                authorized("55.00"),
                asked("55.00"),
                captured("55.00", null),
                cancelled(CancellationReason.CUSTOMER),
                refundFailed(1, "55.00"),
                busy(refund(2)));
        steps.scheduled(
                        refund(2).again(),
                        NOW.plus(Duration.ofMinutes(1)),
                        new RefundPayment(PAYMENT, ours(2), eur("55.00"), "Refund failed before"))
                .nothingElse();
    }

    @Test
    void when_it_succeeds_at_last_the_problem_is_no_more() {
        after(
                        initiated(),
                        authorized("55.00"),
                        asked("55.00"),
                        captured("55.00", null),
                        cancelled(CancellationReason.CUSTOMER),
                        refundFailed(1, "55.00"),
                        refunded(ours(2), "55.00"))
                .expectActiveSagas(0);
        steps.sent(step("no-problem:" + debt(1)), new ResolveProblem(ORDER, debt(1), "Refunded EUR 55.00"))
                .nothingElse();
    }

    @Test
    void money_that_came_another_way_is_given_back_by_a_person() {
        after(manual(), manuallyCaptured("55.00"), cancelled(CancellationReason.CUSTOMER))
                .expectActiveSagas(1);
        steps.sent(step("problem:" + debt(1)), due("55.00", 1, CANCELLED)).nothingElse();
    }

    @Test
    void once_the_person_has_done_so_it_ends() {
        after(
                        manual(),
                        manuallyCaptured("55.00"),
                        cancelled(CancellationReason.CUSTOMER),
                        new PaymentRefunded(PAYMENT, ORDER, "by-hand", null, eur("55.00"), NOW))
                .expectActiveSagas(0);
        steps.sent(step("no-problem:" + debt(1)), new ResolveProblem(ORDER, debt(1), "Refunded EUR 55.00"))
                .nothingElse();
    }

    @Test
    void money_that_came_another_way_and_is_heard_of_after_the_cancellation_is_given_back_too() {
        after(manual(), cancelled(CancellationReason.CUSTOMER), manuallyCaptured("55.00"))
                .expectActiveSagas(1);
        steps.sent(step("problem:" + debt(1)), due("55.00", 1, CANCELLED))
                .cancelled(step("authorization-end:" + PAYMENT))
                .nothingElse();
    }

    @Test
    void what_is_left_after_a_part_was_refunded_by_hand_stays_a_problem() {
        after(
                        manual(),
                        manuallyCaptured("55.00"),
                        cancelled(CancellationReason.CUSTOMER),
                        refundAsked("refund-1", "20.00"),
                        refunded("refund-1", "20.00"))
                .expectActiveSagas(1);
        steps.nothingElse();
    }

    @Test
    void until_the_rest_is_refunded_as_well() {
        after(
                        manual(),
                        manuallyCaptured("55.00"),
                        cancelled(CancellationReason.CUSTOMER),
                        refunded("refund-1", "20.00"),
                        refunded("refund-2", "35.00"))
                .expectActiveSagas(0);
        steps.sent(step("no-problem:" + debt(1)), new ResolveProblem(ORDER, debt(1), "Refunded EUR 35.00"))
                .nothingElse();
    }

    @Test
    void a_second_debt_by_hand_is_told_too() {
        after(
                manual(),
                manuallyCaptured("55.00"),
                linesCancelled("2", 1, "10.00"),
                refunded("refund-1", "10.00"),
                linesCancelled("1", 1, "20.00"));
        steps.sent(step("problem:" + debt(2)), due("20.00", 2, "Lines were cancelled"))
                .nothingElse();
    }

    @Test
    void two_debts_by_hand_are_over_when_both_are_paid() {
        after(
                manual(),
                manuallyCaptured("55.00"),
                linesCancelled("2", 1, "10.00"),
                linesCancelled("1", 1, "20.00"),
                refunded("refund-1", "30.00"));
        steps.sent(step("no-problem:" + debt(1)), new ResolveProblem(ORDER, debt(1), "Refunded EUR 30.00"))
                .sent(step("no-problem:" + debt(2)), new ResolveProblem(ORDER, debt(2), "Refunded EUR 30.00"))
                .nothingElse();
    }

    @Test
    void a_debt_by_hand_outlives_the_completion_of_the_order() {
        after(manual(), manuallyCaptured("55.00"), linesCancelled("2", 1, "10.00"), completed())
                .expectActiveSagas(1);
        steps.nothingElse();
    }

    @Test
    void and_is_over_when_it_is_paid() {
        after(
                        manual(),
                        manuallyCaptured("55.00"),
                        linesCancelled("2", 1, "10.00"),
                        completed(),
                        refunded("refund-1", "10.00"))
                .expectActiveSagas(0);
        steps.sent(step("no-problem:" + debt(1)), new ResolveProblem(ORDER, debt(1), "Refunded EUR 10.00"))
                .nothingElse();
    }

    @Test
    void what_goes_back_by_hand_for_goods_that_came_back_pays_no_debt() {
        after(
                        manual(),
                        manuallyCaptured("55.00"),
                        approved("s-1", "1", 2),
                        linesCancelled("2", 1, "10.00"),
                        refunded(RETURN, "20.00"))
                .expectActiveSagas(1);
        steps.nothingElse();
    }

    @Test
    void a_second_refund_that_fails_is_told_too() {
        after(
                initiated(),
                authorized("55.00"),
                asked("55.00"),
                captured("55.00", null),
                linesCancelled("2", 1, "10.00"),
                refundFailed(1, "10.00"),
                refunded(ours(2), "10.00"),
                linesCancelled("1", 1, "20.00"),
                refundFailed(3, "20.00"));
        steps.scheduled(
                        refund(4),
                        NOW.plus(Duration.ofMinutes(4)),
                        new RefundPayment(PAYMENT, ours(4), eur("20.00"), "Refund failed before"))
                .sent(
                        step("problem:" + debt(3)),
                        new ReportProblem(ORDER, debt(3), "REFUND_FAILED", "EUR 20.00 could not be refunded: closed"))
                .nothingElse();
    }

    @Test
    void a_refund_that_fails_again_is_the_same_problem_still() {
        after(
                initiated(),
                authorized("55.00"),
                asked("55.00"),
                captured("55.00", null),
                cancelled(CancellationReason.CUSTOMER),
                refundFailed(1, "55.00"),
                refundFailed(2, "55.00"),
                refunded(ours(3), "55.00"));
        steps.sent(step("no-problem:" + debt(1)), new ResolveProblem(ORDER, debt(1), "Refunded EUR 55.00"))
                .nothingElse();
    }
}
