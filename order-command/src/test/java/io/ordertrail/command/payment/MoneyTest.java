package io.ordertrail.command.payment;

import static io.ordertrail.command.payment.Samples.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.message.RequestRefusal.OfAttempt;
import io.ordertrail.api.message.RequestRefusal.StaleVersion;
import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.api.payment.PaymentCommand.CapturePayment;
import io.ordertrail.api.payment.PaymentCommand.RefundPayment;
import io.ordertrail.api.payment.PaymentEvent;
import io.ordertrail.api.payment.PaymentEvent.PaymentCaptured;
import io.ordertrail.api.payment.PaymentEvent.PaymentExpired;
import io.ordertrail.api.payment.PaymentEvent.PaymentInitiated;
import io.ordertrail.api.payment.PaymentEvent.PaymentVoidFailed;
import io.ordertrail.api.payment.PaymentOperation;
import io.ordertrail.api.payment.PaymentRefusal.MoreThanAuthorized;
import io.ordertrail.api.payment.PaymentRefusal.MoreThanCaptured;
import io.ordertrail.api.payment.PaymentRefusal.NothingToCapture;
import io.ordertrail.api.payment.PaymentRefusal.NothingToRefund;
import io.ordertrail.api.payment.PaymentRefusal.OperationInProgress;
import io.ordertrail.command.Scenario;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class MoneyTest extends PaymentScenario {

    private static final String VOID = key(PaymentOperation.VOID, 1);
    private static final String REFUND = key(PaymentOperation.REFUND, 2);

    private Scenario.Given<Payment> authorizedAnd(PaymentEvent... more) {
        List<PaymentEvent> events =
                new ArrayList<>(List.of(initiated(THEN), authorizationAsked(THEN), authorized(THEN)));
        events.addAll(List.of(more));
        return given(events.toArray(PaymentEvent[]::new));
    }

    /** All of it, by the ask 1. */
    private Scenario.Given<Payment> capturedAnd(PaymentEvent... more) {
        List<PaymentEvent> events =
                new ArrayList<>(List.of(captureAsked(1, "100", THEN), captured(1, "100", "0", THEN)));
        events.addAll(List.of(more));
        return authorizedAnd(events.toArray(PaymentEvent[]::new));
    }

    private static final Instant BETWEEN = THEN.plusSeconds(60);

    private Scenario.Given<Payment> receivedAnd(PaymentEvent... more) {
        List<PaymentEvent> events = new ArrayList<>(List.of(
                new PaymentInitiated(PAYMENT, ORDER, null, PaymentChoice.manual(), eur("100"), "b1", THEN),
                new PaymentCaptured(PAYMENT, ORDER, "MANUAL", null, null, null, eur("100"), eur("0"), THEN)));
        events.addAll(List.of(more));
        return given(events.toArray(PaymentEvent[]::new));
    }

    @Test
    void what_people_gave_back_by_hand_is_asked_for_when_they_say() {
        receivedAnd()
                .when(new RefundPayment(PAYMENT, 2, eur("10"), "DAMAGED", BETWEEN))
                .then(refundAsked(2, "10", BETWEEN));
    }

    @Test
    void what_people_gave_back_by_hand_went_back_when_they_say() {
        receivedAnd(refundAsked(2, "10", BETWEEN)).when(yes(REFUND)).then(refunded(2, "10", BETWEEN));
    }

    @Test
    void a_provider_is_asked_now_whenever_people_say_that_it_was() {
        capturedAnd()
                .when(new RefundPayment(PAYMENT, 2, eur("10"), "DAMAGED", BETWEEN))
                .then(refundAsked(2, "10", NOW));
    }

    @Test
    void P1_a_part_may_be_captured_and_then_another() {
        authorizedAnd(captureAsked(1, "40", THEN), captured(1, "40", "60", THEN))
                .when(take(2, "60"))
                .then(captureAsked(2, "60", NOW))
                .answer(Receipt.of(PAYMENT, 5));
    }

    @Test
    void P1_it_is_told_what_is_left_of_the_promise() {
        authorizedAnd(captureAsked(1, "40", THEN)).when(yes(capture(1))).then(captured(1, "40", "60", NOW));
    }

    @Test
    void P1_not_a_cent_more_than_is_authorised_is_captured_and_the_ask_is_answered() {
        authorizedAnd(captureAsked(1, "40", THEN), captured(1, "40", "60", THEN))
                .when(take(2, "60.01"))
                .then(captureFailed(2, false, "60.01", new MoreThanAuthorized(eur("60.01"), eur("60")).detail(), NOW));
    }

    @Test
    void P1_nothing_is_captured_of_what_was_captured_given_up_or_declined_and_each_ask_is_answered() {
        String nothing = new NothingToCapture().detail();
        capturedAnd().when(take(2, "1")).then(captureFailed(2, false, "1", nothing, NOW));
        authorizedAnd(voidAsked(1, "100", THEN), voided(1, "100", THEN))
                .when(take(2, "1"))
                .then(captureFailed(2, false, "1", nothing, NOW));
        given(initiated(THEN), authorizationAsked(THEN), declined(THEN))
                .when(take(1, "1"))
                .then(captureFailed(1, false, "1", nothing, NOW));
    }

    @Test
    void P3_nothing_is_captured_before_the_authorisation_is_answered() {
        given(initiated(THEN), authorizationAsked(THEN))
                .when(take(1, "1"))
                .refused(new OperationInProgress(PaymentOperation.AUTHORIZE));
    }

    @Test
    void P3_one_request_at_a_time_and_one_of_unknown_outcome_is_still_open() {
        authorizedAnd(captureAsked(1, "40", THEN))
                .when(take(2, "60"))
                .refused(new OperationInProgress(PaymentOperation.CAPTURE));
        authorizedAnd(captureAsked(1, "40", THEN), unknown(PaymentOperation.CAPTURE, THEN))
                .when(take(2, "60"))
                .refused(new OperationInProgress(PaymentOperation.CAPTURE));
        authorizedAnd(captureAsked(1, "40", THEN))
                .when(giveUp(2))
                .refused(new OperationInProgress(PaymentOperation.CAPTURE));
        capturedAnd(refundAsked(2, "30", THEN))
                .when(refund(3, "30"))
                .refused(new OperationInProgress(PaymentOperation.REFUND));
    }

    /** A no that is kept as the answer would be told again when the provider has answered long ago. */
    @Test
    void bug_3_4_that_a_request_is_open_is_a_no_of_the_moment() {
        assertThat(new OperationInProgress(PaymentOperation.CAPTURE)).isInstanceOf(OfAttempt.class);
    }

    @Test
    void an_ask_by_an_old_number_changes_nothing() {
        authorizedAnd(captureAsked(5, "40", THEN), captured(5, "40", "60", THEN))
                .when(take(4, "60"))
                .nothing()
                .answer(Receipt.of(PAYMENT, 4).again());
        authorizedAnd(captureAsked(5, "40", THEN)).when(giveUp(3)).nothing();
        capturedAnd(refundAsked(2, "30", THEN), refunded(2, "30", THEN))
                .when(refund(1, "30"))
                .nothing();
    }

    @Test
    void an_ask_by_a_number_that_was_heard_changes_nothing_whatever_became_of_it() {
        capturedAnd(refundAsked(2, "30", THEN)).when(refund(2, "30")).nothing();
        capturedAnd(refundAsked(2, "30", THEN), refundFailed(2, true, "30", "Closed", THEN))
                .when(refund(2, "30"))
                .nothing();
        capturedAnd(captureFailed(2, false, "1", "No", THEN)).when(take(2, "1")).nothing();
        capturedAnd(voided(2, "0", THEN)).when(giveUp(2)).nothing();
    }

    @Test
    void what_the_payment_gives_up_by_itself_is_no_ask() {
        authorizedAnd(expiryAsked("100", THEN), new PaymentExpired(PAYMENT, ORDER, "SANDBOX", eur("100"), THEN))
                .when(giveUp(1))
                .then(voided(1, "0", NOW));
    }

    @Test
    void O7_the_same_command_again_is_answered_the_same() {
        givenCausedBy("c-1", initiated(THEN), authorizationAsked(THEN), authorized(THEN))
                .when("c-1", take(1, "40"))
                .nothing()
                .answer(Receipt.of(PAYMENT, 2).again());
    }

    @Test
    void an_ask_has_a_number_and_an_amount_in_the_payments_currency() {
        authorizedAnd().when(take(0, "0")).faulty("/number OUT_OF_RANGE", "/amount ZERO");
        authorizedAnd()
                .when(new CapturePayment(PAYMENT, 1, Money.ofMajor(CurrencyUnit.JPY, 1)))
                .faulty("/amount CURRENCY_MISMATCH");
        authorizedAnd().when(giveUp(0)).faulty("/number OUT_OF_RANGE");
        capturedAnd().when(refund(0, "1")).faulty("/number OUT_OF_RANGE");
    }

    @Test
    void money_is_moved_by_the_service_itself_alone() {
        authorizedAnd().by("SUPERVISOR").when(take(1, "1")).forbidden();
        authorizedAnd().by("SUPERVISOR").when(giveUp(1)).forbidden();
        capturedAnd().by("SUPERVISOR").when(refund(2, "1")).forbidden();
    }

    @Test
    void a_decision_on_an_old_version_is_refused() {
        authorizedAnd().ifMatch(1).when(take(1, "1")).refused(new StaleVersion(1, 2));
    }

    @Test
    void what_is_not_captured_is_given_up() {
        authorizedAnd(captureAsked(1, "40", THEN), captured(1, "40", "60", THEN))
                .when(giveUp(2))
                .then(voidAsked(2, "60", NOW));
    }

    @Test
    void what_was_asked_to_be_given_up_is_given_up_once_the_provider_says_so() {
        authorizedAnd(voidAsked(1, "100", THEN)).when(yes(VOID)).then(voided(1, "100", NOW));
    }

    @Test
    void a_provider_may_refuse_to_give_up() {
        authorizedAnd(voidAsked(1, "100", THEN))
                .when(no(VOID))
                .then(new PaymentVoidFailed(PAYMENT, ORDER, 1, VOID, eur("100"), "No money", NOW));
    }

    @Test
    void where_there_is_nothing_to_give_up_the_ask_is_answered_with_nothing() {
        capturedAnd().when(giveUp(2)).then(voided(2, "0", NOW));
        given(initiated(THEN), authorizationAsked(THEN), declined(THEN))
                .when(giveUp(1))
                .then(voided(1, "0", NOW));
    }

    @Test
    void P2_not_a_cent_more_than_was_captured_is_given_back_and_the_ask_is_answered() {
        capturedAnd(refundAsked(2, "30", THEN), refunded(2, "30", THEN), chargedBack("e-1", "20", THEN))
                .when(refund(3, "50.01"))
                .then(refundFailed(3, false, "50.01", new MoreThanCaptured(eur("50.01"), eur("50")).detail(), NOW));
    }

    @Test
    void P2_the_rest_of_it_is_given_back() {
        capturedAnd(refundAsked(2, "30", THEN), refunded(2, "30", THEN), chargedBack("e-1", "20", THEN))
                .when(refund(3, "50"))
                .then(refundAsked(3, "50", NOW));
    }

    @Test
    void P2_nothing_is_given_back_before_something_is_captured_and_the_ask_is_answered() {
        authorizedAnd().when(refund(1, "1")).then(refundFailed(1, false, "1", new NothingToRefund().detail(), NOW));
    }

    @Test
    void a_refund_is_done_when_the_provider_says_so() {
        capturedAnd(refundAsked(2, "30", THEN)).when(yes(REFUND)).then(refunded(2, "30", NOW));
    }

    @Test
    void a_refused_refund_moves_nothing() {
        capturedAnd(refundAsked(2, "30", THEN)).when(no(REFUND)).then(refundFailed(2, true, "30", "No money", NOW));
    }

    @Test
    void another_refund_may_follow_a_refused_one() {
        capturedAnd(refundAsked(2, "100", THEN), refundFailed(2, true, "100", "No money", THEN))
                .when(refund(3, "100"))
                .then(refundAsked(3, "100", NOW));
    }

    @Test
    void money_that_came_another_way_is_given_back_through_the_worker_too() {
        given(
                        new PaymentInitiated(PAYMENT, ORDER, null, PaymentChoice.manual(), eur("100"), null, THEN),
                        new PaymentCaptured(PAYMENT, ORDER, "MANUAL", null, null, null, eur("100"), eur("0"), THEN))
                .when(refund(1, "100"))
                .then(refundAsked(1, "100", NOW));
    }
}
