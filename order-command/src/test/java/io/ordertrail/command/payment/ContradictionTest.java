package io.ordertrail.command.payment;

import static io.ordertrail.command.payment.Samples.*;

import io.ordertrail.api.payment.PaymentEvent;
import io.ordertrail.api.payment.PaymentEvent.PaymentExpired;
import io.ordertrail.api.payment.PaymentEvent.PaymentOutcomeContradicted;
import io.ordertrail.api.payment.PaymentOperation;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a provider says against what it said before changes nothing, and is told to a person once. */
class ContradictionTest extends PaymentScenario {

    private static final PaymentEvent[] DECLINED = {initiated(THEN), authorizationAsked(THEN), declined(THEN)};
    private static final PaymentEvent[] CAPTURED = {
        initiated(THEN),
        authorizationAsked(THEN),
        authorized(THEN),
        captureAsked(1, "40", THEN),
        captured(1, "40", "60", THEN)
    };

    private static PaymentOutcomeContradicted success(Instant at) {
        return new PaymentOutcomeContradicted(
                PAYMENT, ORDER, PaymentOperation.AUTHORIZE, authorize(), true, "ref " + authorize(), eur("100"), at);
    }

    private static PaymentOutcomeContradicted failure(Instant at) {
        return new PaymentOutcomeContradicted(
                PAYMENT, ORDER, PaymentOperation.CAPTURE, capture(1), false, null, eur("40"), at);
    }

    @Test
    void report_R3_a_success_after_a_failure_is_told() {
        given(DECLINED).when(yes(authorize())).then(success(NOW));
    }

    @Test
    void report_R3_a_failure_after_a_success_is_told() {
        given(CAPTURED).when(no(capture(1))).then(failure(NOW));
    }

    @Test
    void report_R3_it_is_told_once_however_often_it_is_said() {
        given(DECLINED[0], DECLINED[1], DECLINED[2], success(THEN))
                .when(yes(authorize()))
                .nothing();
    }

    @Test
    void report_R3_what_was_first_said_may_be_said_again() {
        given(DECLINED[0], DECLINED[1], DECLINED[2], success(THEN))
                .when(no(authorize()))
                .nothing();
        given(CAPTURED).when(yes(capture(1))).nothing();
    }

    @Test
    void report_R3_what_was_first_said_stands() {
        given(DECLINED[0], DECLINED[1], DECLINED[2], success(THEN))
                .when(giveUp(1))
                .then(voided(1, "0", NOW));
    }

    @Test
    void nobody_knows_is_no_contradiction() {
        given(DECLINED).when(perhaps(authorize())).nothing();
    }

    @Test
    void a_contradiction_leaves_the_request_that_is_open() {
        given(CAPTURED[0], CAPTURED[1], CAPTURED[2], CAPTURED[3], CAPTURED[4], captureAsked(2, "60", THEN))
                .and(no(capture(1)))
                .when(yes(capture(2)))
                .then(captured(2, "60", "0", NOW));
    }

    @Test
    void of_an_authorisation_whose_time_was_over_nothing_is_told() {
        given(
                        initiated(THEN),
                        authorizationAsked(THEN),
                        authorized(THEN),
                        expiryAsked("100", THEN),
                        new PaymentExpired(PAYMENT, ORDER, "SANDBOX", eur("100"), THEN))
                .when(no(key(PaymentOperation.VOID, 0)))
                .nothing();
    }
}
