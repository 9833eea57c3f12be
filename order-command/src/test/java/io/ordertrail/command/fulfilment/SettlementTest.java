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
import io.ordertrail.api.order.CancelledLine;
import io.ordertrail.api.order.OrderCommand.ReportProblem;
import io.ordertrail.api.order.OrderCommand.ResolveProblem;
import io.ordertrail.api.order.OrderEvent.OrderCancelled;
import io.ordertrail.api.order.OrderEvent.OrderCreated;
import io.ordertrail.api.order.OrderEvent.OrderEdited;
import io.ordertrail.api.order.OrderEvent.OrderLinesCancelled;
import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.order.PaymentTerms;
import io.ordertrail.api.order.Totals;
import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.api.payment.PaymentCommand.CapturePayment;
import io.ordertrail.api.payment.PaymentCommand.ExpireAuthorization;
import io.ordertrail.api.payment.PaymentCommand.RefundPayment;
import io.ordertrail.api.payment.PaymentCommand.VoidPayment;
import io.ordertrail.api.payment.PaymentEvent.ChargebackReceived;
import io.ordertrail.api.payment.PaymentEvent.PaymentAuthorized;
import io.ordertrail.api.payment.PaymentEvent.PaymentCaptureFailed;
import io.ordertrail.api.payment.PaymentEvent.PaymentCaptured;
import io.ordertrail.api.payment.PaymentEvent.PaymentDeclined;
import io.ordertrail.api.payment.PaymentEvent.PaymentExpired;
import io.ordertrail.api.payment.PaymentEvent.PaymentInitiated;
import io.ordertrail.api.payment.PaymentEvent.PaymentRefunded;
import io.ordertrail.api.payment.PaymentEvent.PaymentVoidFailed;
import io.ordertrail.api.payment.PaymentEvent.PaymentVoided;
import io.ordertrail.api.payment.PaymentEvent.RefundFailed;
import io.ordertrail.api.payment.PaymentEvent.RefundRequested;
import io.ordertrail.api.process.ProcessEvent.StepRefused;
import io.ordertrail.axon.process.RecordedSteps;
import io.ordertrail.axon.process.StepId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.test.saga.FixtureExecutionResult;
import org.axonframework.test.saga.SagaTestFixture;
import org.junit.jupiter.api.Test;

/** The money of an order that is worth 55.00: 2 shirts at 20.00, 1 cap at 10.00, shipping 5.00. */
class SettlementTest {

    private static final Instant EXPIRY = NOW.plus(Duration.ofDays(7));
    private static final String CANCELLED = "The order was cancelled: CUSTOMER";
    private static final String RETURN = OrderId.returned(ORDER, "return") + ":1";
    private static final String REFUND = "fulfilment:" + PAYMENT + ":1";

    private final RecordedSteps steps = new RecordedSteps();
    private final List<Object> happened = new ArrayList<>();
    private final SagaTestFixture<Settlement> fixture = new SagaTestFixture<>(Settlement.class);

    SettlementTest() {
        fixture.registerResource(steps);
        fixture.registerResource(new Worths() {
            @Override
            public Worth asOf(String orderId, long version) {
                return worth();
            }

            @Override
            public Optional<OrderCancelled> cancellationOf(String orderId) {
                return StoredWorths.cancellation(happened.stream());
            }
        });
        fixture.givenCurrentTime(NOW);
    }

    /** Of all that has happened to the order so far. */
    private Worth worth() {
        Worth worth = null;
        for (Object event : happened) {
            worth = StoredWorths.fold(worth, event);
        }
        return worth;
    }

    private FixtureExecutionResult after(Object... events) {
        return afterPlacing(placed(PaymentTerms.AUTH_FIRST), events);
    }

    private FixtureExecutionResult afterPlacing(OrderCreated order, Object... events) {
        happened.add(order);
        for (int i = 0; i < events.length - 1; i++) {
            happened.add(events[i]);
            fixture.givenAggregate(ORDER).published(events[i]);
        }
        steps.forget();
        Object last = events[events.length - 1];
        happened.add(last);
        return fixture.whenAggregate(ORDER).publishes(last);
    }

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
        steps.nothingElse();
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
                        new RefundPayment(
                                PAYMENT, ours(2), eur("55.00"), "Refund failed before"))
                .sent(
                        step("problem:" + debt(1)),
                        new ReportProblem(
                                ORDER, debt(1), "REFUND_FAILED", "EUR 55.00 could not be refunded: closed"))
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
                        new RefundPayment(
                                PAYMENT, ours(2), eur("55.00"), "Refund failed before"))
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
        steps.sent(step("problem:" + debt(1)), due("55.00", 1, CANCELLED)).nothingElse();
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
                        new ReportProblem(
                                ORDER, debt(3), "REFUND_FAILED", "EUR 20.00 could not be refunded: closed"))
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

    private static StepId capture(int number) {
        return step("capture:" + number + ":" + PAYMENT);
    }

    private static StepId refund(int attempt) {
        return step("refund:" + PAYMENT + ":" + attempt);
    }

    private static StepRefused busy(StepId step) {
        return new StepRefused(
                step.process(), step.processId(), step.step(), step.attempt(), "OPERATION_IN_PROGRESS", "Wait.", NOW);
    }

    private static PaymentInitiated initiated() {
        return new PaymentInitiated(PAYMENT, ORDER, SANDBOX, eur("55.00"), false, null, NOW);
    }

    private static PaymentInitiated manual() {
        return new PaymentInitiated(PAYMENT, ORDER, PaymentChoice.manual(), eur("55.00"), true, "bank-1", NOW);
    }

    private static PaymentAuthorized authorized(String amount) {
        return new PaymentAuthorized(PAYMENT, ORDER, "key", "ref", eur(amount), EXPIRY, NOW);
    }

    private static PaymentDeclined declined() {
        return new PaymentDeclined(PAYMENT, ORDER, "key", eur("55.00"), "no cover", NOW);
    }

    private static io.ordertrail.api.payment.PaymentEvent.PaymentCaptureRequested asked(String amount) {
        return new io.ordertrail.api.payment.PaymentEvent.PaymentCaptureRequested(
                PAYMENT, ORDER, "key", eur(amount), null, NOW);
    }

    private static PaymentCaptured captured(String amount, String shipmentId) {
        return new PaymentCaptured(PAYMENT, ORDER, "key", "ref", eur(amount), shipmentId, NOW);
    }

    private static String ours(int attempt) {
        return "fulfilment:" + PAYMENT + ":" + attempt;
    }

    private static String debt(int number) {
        return "refund:" + PAYMENT + ":" + number;
    }

    private static ReportProblem due(String amount, int number, String why) {
        return new ReportProblem(
                ORDER,
                debt(number),
                "REFUND_DUE",
                "EUR " + amount + " came another way and must be given back by hand. " + why);
    }

    private static RefundRequested refundAsked(String refundId, String amount) {
        return new RefundRequested(PAYMENT, ORDER, refundId, "key", eur(amount), null, NOW);
    }

    private static RefundFailed refundFailed(int attempt, String amount) {
        return new RefundFailed(PAYMENT, ORDER, ours(attempt), eur(amount), "closed", NOW);
    }

    private static PaymentRefunded refunded(String refundId, String amount) {
        return new PaymentRefunded(PAYMENT, ORDER, refundId, "r", eur(amount), NOW);
    }

    /** To the cap and nothing else, whatever that costs now. */
    private static OrderEdited edited(String grand) {
        Totals totals = new Totals(eur(grand), eur("0.00"), eur("0.00"), eur("0.00"), eur("0.00"), eur(grand));
        return new OrderEdited(
                ORDER, "edit-1", List.of(line("2", "CAP", 1, grand, grand)), totals, eur("0.00"), List.of(), NOW);
    }

    private static OrderLinesCancelled linesCancelled(String lineId, int quantity, String worth) {
        return new OrderLinesCancelled(
                ORDER,
                List.of(new CancelledLine(lineId, quantity, eur(worth))),
                eur(worth),
                CancellationReason.UNAVAILABLE,
                null,
                NOW);
    }

    private static PaymentCaptured manuallyCaptured(String amount) {
        return new PaymentCaptured(PAYMENT, ORDER, null, null, eur(amount), null, NOW);
    }
}
