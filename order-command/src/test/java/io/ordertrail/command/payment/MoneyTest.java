package io.ordertrail.command.payment;

import static io.ordertrail.command.payment.Samples.*;

import io.ordertrail.api.Receipt;
import io.ordertrail.api.RequestRefusal.MissingRole;
import io.ordertrail.api.RequestRefusal.StaleVersion;
import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.api.payment.PaymentCommand.CapturePayment;
import io.ordertrail.api.payment.PaymentCommand.RecordChargeback;
import io.ordertrail.api.payment.PaymentEvent;
import io.ordertrail.api.payment.PaymentEvent.PaymentCaptured;
import io.ordertrail.api.payment.PaymentEvent.PaymentInitiated;
import io.ordertrail.api.payment.PaymentEvent.PaymentVoidFailed;
import io.ordertrail.api.payment.PaymentEvent.RefundFailed;
import io.ordertrail.api.payment.PaymentOperation;
import io.ordertrail.api.payment.PaymentRefusal.MoreThanAuthorized;
import io.ordertrail.api.payment.PaymentRefusal.MoreThanCaptured;
import io.ordertrail.api.payment.PaymentRefusal.NothingToCapture;
import io.ordertrail.api.payment.PaymentRefusal.NothingToRefund;
import io.ordertrail.api.payment.PaymentRefusal.NothingToVoid;
import io.ordertrail.api.payment.PaymentRefusal.OperationInProgress;
import io.ordertrail.api.payment.PaymentRefusal.ProviderRequestNotFound;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class MoneyTest extends PaymentScenario {

    private static final String VOID = key(PaymentOperation.VOID, 1);

    private Given authorizedAnd(PaymentEvent... more) {
        List<PaymentEvent> events =
                new ArrayList<>(List.of(initiated(THEN), authorizationAsked(THEN), authorized(THEN)));
        events.addAll(List.of(more));
        return given(events.toArray(PaymentEvent[]::new));
    }

    private Given capturedAnd(PaymentEvent... more) {
        List<PaymentEvent> events = new ArrayList<>(List.of(captureAsked(1, "100", THEN), captured(1, "100", THEN)));
        events.addAll(List.of(more));
        return authorizedAnd(events.toArray(PaymentEvent[]::new));
    }

    @Test
    void P1_all_that_is_left_is_captured_where_no_amount_is_named() {
        authorizedAnd().when(take(null)).then(captureAsked(1, "100", NOW)).answer(Receipt.of(PAYMENT, 3));
    }

    @Test
    void P1_a_part_may_be_captured_and_then_another() {
        authorizedAnd(captureAsked(1, "40", THEN), captured(1, "40", THEN))
                .when(take("60"))
                .then(captureAsked(2, "60", NOW));
    }

    @Test
    void P1_not_a_cent_more_than_is_authorised_is_captured() {
        authorizedAnd(captureAsked(1, "40", THEN), captured(1, "40", THEN))
                .when(take("60.01"))
                .refused(new MoreThanAuthorized(eur("60.01"), eur("60")));
    }

    @Test
    void P1_nothing_is_captured_of_what_is_captured_already() {
        capturedAnd().when(take(null)).refused(new NothingToCapture());
    }

    @Test
    void P1_nothing_is_captured_of_what_was_given_up() {
        authorizedAnd(voidAsked("100", false, THEN), voided("100", THEN))
                .when(take("1"))
                .refused(new NothingToCapture());
    }

    @Test
    void P1_nothing_is_captured_of_what_was_declined() {
        given(initiated(THEN), authorizationAsked(THEN), declined(THEN))
                .when(take("1"))
                .refused(new NothingToCapture());
    }

    @Test
    void P3_nothing_is_captured_before_the_authorisation_is_answered() {
        given(initiated(THEN), authorizationAsked(THEN))
                .when(take("1"))
                .refused(new OperationInProgress(PaymentOperation.AUTHORIZE));
    }

    @Test
    void P3_one_capture_at_a_time() {
        authorizedAnd(captureAsked(1, "40", THEN))
                .when(take("60"))
                .refused(new OperationInProgress(PaymentOperation.CAPTURE));
    }

    @Test
    void P3_a_capture_of_unknown_outcome_is_still_open() {
        authorizedAnd(captureAsked(1, "40", THEN), unknown(PaymentOperation.CAPTURE, THEN))
                .when(take("60"))
                .refused(new OperationInProgress(PaymentOperation.CAPTURE));
    }

    @Test
    void a_capture_is_in_the_payments_currency() {
        authorizedAnd()
                .when(new CapturePayment(PAYMENT, Money.ofMajor(CurrencyUnit.JPY, 1), null))
                .faulty("/amount CURRENCY_MISMATCH");
    }

    @Test
    void money_is_moved_by_staff() {
        authorizedAnd().by("CUSTOMER").when(take("1")).refused(new MissingRole("STAFF"));
    }

    @Test
    void money_is_given_back_by_staff() {
        capturedAnd().by("CUSTOMER").when(refund("refund-1", "1")).refused(new MissingRole("STAFF"));
    }

    @Test
    void an_authorisation_is_given_up_by_staff() {
        authorizedAnd().by("CUSTOMER").when(giveUp()).refused(new MissingRole("STAFF"));
    }

    @Test
    void money_is_moved_by_the_service_itself() {
        authorizedAnd().by("SERVICE").when(take("1")).then(captureAsked(1, "1", NOW));
    }

    @Test
    void a_decision_on_an_old_version_is_refused() {
        authorizedAnd().ifMatch(1).when(take("1")).refused(new StaleVersion(1, 2));
    }

    @Test
    void what_is_not_captured_is_given_up() {
        authorizedAnd(captureAsked(1, "40", THEN), captured(1, "40", THEN))
                .when(giveUp())
                .then(voidAsked("60", false, NOW));
    }

    @Test
    void what_was_asked_to_be_given_up_is_given_up_once_the_provider_says_so() {
        authorizedAnd(voidAsked("100", false, THEN)).when(yes(VOID)).then(voided("100", NOW));
    }

    @Test
    void a_provider_may_refuse_to_give_up() {
        authorizedAnd(voidAsked("100", false, THEN))
                .when(no(VOID))
                .then(new PaymentVoidFailed(PAYMENT, ORDER, VOID, eur("100"), "No money", NOW));
    }

    @Test
    void P3_nothing_is_given_up_while_it_may_be_being_captured() {
        authorizedAnd(captureAsked(1, "40", THEN))
                .by("SERVICE")
                .when(giveUp())
                .refused(new OperationInProgress(PaymentOperation.CAPTURE));
    }

    @Test
    void P3_nothing_is_given_up_before_it_is_authorised() {
        given(initiated(THEN), authorizationAsked(THEN))
                .by("SERVICE")
                .when(giveUp())
                .refused(new OperationInProgress(PaymentOperation.AUTHORIZE));
    }

    @Test
    void there_is_nothing_to_give_up_of_what_is_captured() {
        capturedAnd().when(giveUp()).refused(new NothingToVoid());
    }

    @Test
    void a_process_that_undoes_is_content_where_there_is_nothing_to_undo() {
        given(initiated(THEN), authorizationAsked(THEN), declined(THEN))
                .by("SERVICE")
                .when(giveUp())
                .nothing()
                .answer(Receipt.of(PAYMENT, 2));
    }

    @Test
    void P2_all_that_was_captured_is_given_back_where_no_amount_is_named() {
        capturedAnd().when(refund("refund-1", null)).then(refundAsked(1, "100", NOW));
    }

    @Test
    void P2_not_a_cent_more_than_was_captured_is_given_back() {
        capturedAnd(refundAsked(1, "30", THEN), refunded(1, "30", THEN), chargedBack("e-1", "20", THEN))
                .when(refund("refund-2", "50.01"))
                .refused(new MoreThanCaptured(eur("50.01"), eur("50")));
    }

    @Test
    void P2_the_rest_of_it_is_given_back() {
        capturedAnd(refundAsked(1, "30", THEN), refunded(1, "30", THEN), chargedBack("e-1", "20", THEN))
                .when(refund("refund-2", null))
                .then(refundAsked(2, "50", NOW));
    }

    @Test
    void P2_nothing_is_given_back_before_something_is_captured() {
        authorizedAnd().when(refund("refund-1", null)).refused(new NothingToRefund());
    }

    @Test
    void a_refund_is_known_by_its_name_while_it_is_under_way() {
        capturedAnd(refundAsked(1, "30", THEN)).when(refund("refund-1", "30")).nothing();
    }

    @Test
    void a_refund_is_known_by_its_name_for_ever() {
        capturedAnd(refundAsked(1, "30", THEN), refunded(1, "30", THEN))
                .when(refund("refund-1", "30"))
                .nothing()
                .answer(Receipt.of(PAYMENT, 6));
    }

    @Test
    void P3_one_refund_at_a_time() {
        capturedAnd(refundAsked(1, "30", THEN))
                .when(refund("refund-2", "30"))
                .refused(new OperationInProgress(PaymentOperation.REFUND));
    }

    @Test
    void a_refund_is_done_when_the_provider_says_so() {
        capturedAnd(refundAsked(1, "30", THEN))
                .when(yes(key(PaymentOperation.REFUND, 1)))
                .then(refunded(1, "30", NOW));
    }

    @Test
    void a_refused_refund_moves_nothing() {
        capturedAnd(refundAsked(1, "30", THEN))
                .when(no(key(PaymentOperation.REFUND, 1)))
                .then(new RefundFailed(PAYMENT, ORDER, "refund-1", eur("30"), "No money", NOW));
    }

    @Test
    void another_refund_may_follow_a_refused_one() {
        capturedAnd(
                        refundAsked(1, "100", THEN),
                        new RefundFailed(PAYMENT, ORDER, "refund-1", eur("100"), "No money", THEN))
                .when(refund("refund-2", "100"))
                .then(refundAsked(2, "100", NOW));
    }

    @Test
    void money_that_came_another_way_is_given_back_through_the_worker_too() {
        given(
                        new PaymentInitiated(PAYMENT, ORDER, PaymentChoice.manual(), eur("100"), true, null, THEN),
                        new PaymentCaptured(PAYMENT, ORDER, null, null, eur("100"), null, THEN))
                .when(refund("refund-1", null))
                .then(refundAsked(1, "100", NOW));
    }

    @Test
    void the_bank_takes_money_back() {
        capturedAnd().when(chargeback("e-1", "100")).then(chargedBack("e-1", "100", NOW));
    }

    @Test
    void P6_the_bank_says_so_twice() {
        capturedAnd(chargedBack("e-1", "60", THEN))
                .when(chargeback("e-1", "60"))
                .nothing();
    }

    @Test
    void P2_the_bank_cannot_take_more_than_was_captured() {
        capturedAnd(chargedBack("e-1", "60", THEN))
                .when(chargeback("e-2", "60"))
                .refused(new MoreThanCaptured(eur("60"), eur("40")));
    }

    @Test
    void P2_the_bank_waits_for_a_refund_that_is_under_way() {
        capturedAnd(refundAsked(1, "100", THEN))
                .when(chargeback("e-1", "100"))
                .refused(new OperationInProgress(PaymentOperation.REFUND));
    }

    @Test
    void P6_another_provider_takes_nothing_back() {
        capturedAnd()
                .when(new RecordChargeback(PAYMENT, "BANK", "e-1", eur("1"), null))
                .refused(new ProviderRequestNotFound(PAYMENT));
    }
}
