package io.ordertrail.command.payment;

import static io.ordertrail.command.payment.Samples.*;

import io.ordertrail.api.payment.PaymentCommand.ExpireAuthorization;
import io.ordertrail.api.payment.PaymentEvent;
import io.ordertrail.api.payment.PaymentEvent.PaymentExpired;
import io.ordertrail.api.payment.PaymentEvent.PaymentVoidFailed;
import io.ordertrail.api.payment.PaymentOperation;
import io.ordertrail.api.payment.PaymentRefusal.NothingToCapture;
import io.ordertrail.api.payment.PaymentRefusal.OperationInProgress;
import io.ordertrail.command.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExpiryTest extends PaymentScenario {

    private static final ExpireAuthorization TIME_IS_OVER = new ExpireAuthorization(PAYMENT);
    private static final Instant WEEK_AGO = NOW.minus(Duration.ofDays(7));
    private static final PaymentEvent EXPIRED = new PaymentExpired(PAYMENT, ORDER, "SANDBOX", eur("60"), NOW);
    private static final String VOID = key(PaymentOperation.VOID, 0);

    private Scenario.Given<Payment> capturedInPartAnd(Instant at, PaymentEvent... more) {
        PaymentEvent[] events = {
            initiated(at),
            authorizationAsked(at),
            authorized(at),
            captureAsked(1, "40", at),
            captured(1, "40", "60", at)
        };
        return given(Stream.of(events, more).flatMap(Arrays::stream).toArray(PaymentEvent[]::new));
    }

    @Test
    void what_is_left_of_an_authorisation_is_given_up_when_its_time_is_over() {
        capturedInPartAnd(WEEK_AGO).when(TIME_IS_OVER).then(expiryAsked("60", NOW));
    }

    @Test
    void not_a_moment_before() {
        capturedInPartAnd(WEEK_AGO.plusNanos(1000)).when(TIME_IS_OVER).nothing();
    }

    @Test
    void it_is_over_whether_the_provider_still_knows_of_it() {
        capturedInPartAnd(WEEK_AGO, expiryAsked("60", WEEK_AGO)).when(yes(VOID)).then(EXPIRED);
    }

    @Test
    void or_not() {
        capturedInPartAnd(WEEK_AGO, expiryAsked("60", WEEK_AGO)).when(no(VOID)).then(EXPIRED);
    }

    @Test
    void nothing_is_captured_after_it() {
        capturedInPartAnd(WEEK_AGO, expiryAsked("60", WEEK_AGO), EXPIRED)
                .when(take(2, "1"))
                .then(captureFailed(2, false, "1", new NothingToCapture().detail(), NOW));
    }

    @Test
    void a_capture_that_is_under_way_is_waited_for() {
        capturedInPartAnd(WEEK_AGO, captureAsked(2, "20", WEEK_AGO))
                .when(TIME_IS_OVER)
                .nothing();
    }

    @Test
    void and_its_answer_ends_what_is_left() {
        capturedInPartAnd(WEEK_AGO, captureAsked(2, "20", WEEK_AGO))
                .when(yes(capture(2)))
                .then(captured(2, "20", "40", NOW), expiryAsked("40", NOW));
    }

    @Test
    void an_ask_that_comes_meanwhile_is_for_later() {
        capturedInPartAnd(WEEK_AGO, expiryAsked("60", WEEK_AGO))
                .when(take(2, "10"))
                .refused(new OperationInProgress(PaymentOperation.VOID));
    }

    @Test
    void the_order_gives_up_what_is_over_already() {
        capturedInPartAnd(WEEK_AGO, expiryAsked("60", WEEK_AGO), EXPIRED)
                .when(giveUp(2))
                .then(voided(2, "0", NOW));
    }

    @Test
    void where_a_void_was_refused_its_end_is_asked_under_another_key() {
        capturedInPartAnd(
                        WEEK_AGO,
                        voidAsked(2, "60", WEEK_AGO),
                        new PaymentVoidFailed(
                                PAYMENT, ORDER, 2, key(PaymentOperation.VOID, 2), eur("60"), "Busy", WEEK_AGO))
                .when(TIME_IS_OVER)
                .then(expiryAsked("60", NOW));
    }

    @Test
    void where_all_is_captured_nothing_expires() {
        capturedInPartAnd(WEEK_AGO, captureAsked(2, "60", WEEK_AGO), captured(2, "60", "0", WEEK_AGO))
                .when(TIME_IS_OVER)
                .nothing();
    }

    @Test
    void where_nothing_was_authorised_nothing_expires() {
        given(initiated(WEEK_AGO), authorizationAsked(WEEK_AGO), declined(WEEK_AGO))
                .when(TIME_IS_OVER)
                .nothing();
    }
}
