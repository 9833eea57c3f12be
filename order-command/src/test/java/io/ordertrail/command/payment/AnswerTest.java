package io.ordertrail.command.payment;

import static io.ordertrail.command.payment.Samples.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.payment.PaymentCommand.Outcome;
import io.ordertrail.api.payment.PaymentCommand.RecordProviderAnswer;
import io.ordertrail.api.payment.PaymentCommand.ReportOutcomeOverdue;
import io.ordertrail.api.payment.PaymentEvent;
import io.ordertrail.api.payment.PaymentEvent.PaymentAuthorized;
import io.ordertrail.api.payment.PaymentEvent.PaymentOutcomeKnown;
import io.ordertrail.api.payment.PaymentEvent.PaymentOutcomeOverdue;
import io.ordertrail.api.payment.PaymentOperation;
import io.ordertrail.api.payment.PaymentRefusal.ProviderReferenceTaken;
import io.ordertrail.api.payment.PaymentRefusal.ProviderRequestNotFound;
import org.junit.jupiter.api.Test;

class AnswerTest extends PaymentScenario {

    private static final PaymentEvent[] ASKED = {initiated(THEN), authorizationAsked(THEN)};
    private static final PaymentEvent[] UNKNOWN = {
        initiated(THEN), authorizationAsked(THEN), unknown(PaymentOperation.AUTHORIZE, THEN)
    };
    private static final PaymentEvent[] OVERDUE = {
        initiated(THEN),
        authorizationAsked(THEN),
        unknown(PaymentOperation.AUTHORIZE, THEN),
        new PaymentOutcomeOverdue(PAYMENT, ORDER, PaymentOperation.AUTHORIZE, authorize(), THEN)
    };
    private static final PaymentEvent[] AUTHORIZED = {initiated(THEN), authorizationAsked(THEN), authorized(THEN)};

    private static RecordProviderAnswer webhook(String eventId, String provider, Outcome outcome) {
        return new RecordProviderAnswer(PAYMENT, authorize(), outcome, provider, eventId, null, null);
    }

    @Test
    void a_yes_authorises_for_the_usual_time() {
        given(ASKED).when(yes(authorize())).then(authorized(NOW)).answer(Receipt.of(PAYMENT, 2));
    }

    @Test
    void a_no_declines() {
        given(ASKED).when(no(authorize())).then(declined(NOW));
    }

    @Test
    void a_no_without_a_word_still_has_a_reason() {
        given(ASKED)
                .when(webhook("e-1", "SANDBOX", Outcome.FAILED))
                .then(declined("The provider gave no reason.", NOW));
    }

    @Test
    void no_answer_is_unknown_and_never_a_no() {
        given(ASKED).when(perhaps(authorize())).then(unknown(PaymentOperation.AUTHORIZE, NOW));
    }

    @Test
    void unknown_once_more_is_nothing_new() {
        given(UNKNOWN)
                .when(perhaps(authorize()))
                .nothing()
                .answer(Receipt.of(PAYMENT, 2).again());
    }

    @Test
    void a_yes_settles_what_was_unknown() {
        given(UNKNOWN).when(yes(authorize())).then(authorized(NOW));
    }

    @Test
    void a_no_settles_what_was_unknown() {
        given(UNKNOWN).when(no(authorize())).then(declined(NOW));
    }

    @Test
    void P6_a_yes_twice_is_one_yes() {
        given(AUTHORIZED)
                .when(yes(authorize()))
                .nothing()
                .answer(Receipt.of(PAYMENT, 2).again());
    }

    @Test
    void P6_a_late_perhaps_leaves_what_is_known() {
        given(AUTHORIZED).when(perhaps(authorize())).nothing();
    }

    @Test
    void P3_an_answer_to_an_earlier_request_does_not_settle_the_present_one() {
        given(
                        initiated(THEN),
                        authorizationAsked(THEN),
                        authorized(THEN),
                        captureAsked(1, "10", THEN),
                        captured(1, "10", "90", THEN),
                        captureAsked(2, "20", THEN))
                .when(yes(capture(1)))
                .nothing();
    }

    @Test
    void P4_what_was_never_asked_has_no_answer() {
        given(AUTHORIZED).when(yes(capture(1))).refused(new ProviderRequestNotFound(capture(1)));
    }

    @Test
    void P4_an_answer_to_something_else_altogether_is_refused() {
        given(ASKED).when(yes("nonsense")).refused(new ProviderRequestNotFound("nonsense"));
    }

    @Test
    void P6_a_webhook_of_another_provider_has_no_say() {
        given(ASKED).when(webhook("e-1", "BANK", Outcome.SUCCEEDED)).refused(new ProviderRequestNotFound(authorize()));
    }

    @Test
    void P6_a_webhook_is_an_answer_like_any_other() {
        given(ASKED)
                .when(webhook("e-1", "SANDBOX", Outcome.SUCCEEDED))
                .then(new PaymentAuthorized(
                        PAYMENT, ORDER, "SANDBOX", authorize(), null, eur("100"), WEEK.endOf(NOW), NOW));
    }

    @Test
    void P5_a_reference_belongs_to_the_payment_that_came_first() {
        String another = OrderId.payment(ORDER, "another");
        claimed("SANDBOX/ref " + authorize(), another);
        given(ASKED)
                .when(yes(authorize()))
                .refused(new ProviderReferenceTaken("SANDBOX", "ref " + authorize(), another));
    }

    @Test
    void P5_the_same_reference_of_another_provider_is_another_reference() {
        claimed("BANK/ref " + authorize(), OrderId.payment(ORDER, "another"));
        given(ASKED).when(yes(authorize())).then(authorized(NOW));
    }

    @Test
    void P5_a_payment_may_be_told_its_own_reference_again() {
        claimed("SANDBOX/ref " + authorize(), PAYMENT);
        given(ASKED).when(yes(authorize())).then(authorized(NOW));
    }

    @Test
    void P5_an_answer_that_changes_nothing_claims_nothing() {
        given(AUTHORIZED).when(yes(authorize())).nothing();
        assertThat(jdbc.sql("select count(*) from claimed_name")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void a_refused_capture_leaves_the_authorisation() {
        given(initiated(THEN), authorizationAsked(THEN), authorized(THEN), captureAsked(1, "40", THEN))
                .when(no(capture(1)))
                .then(captureFailed(1, true, "40", "No money", NOW));
    }

    @Test
    void what_nobody_finds_out_is_told_once() {
        given(UNKNOWN)
                .when(new ReportOutcomeOverdue(PAYMENT, authorize()))
                .then(new PaymentOutcomeOverdue(PAYMENT, ORDER, PaymentOperation.AUTHORIZE, authorize(), NOW));
    }

    @Test
    void what_is_told_already_is_not_told_again() {
        given(OVERDUE).when(new ReportOutcomeOverdue(PAYMENT, authorize())).nothing();
    }

    @Test
    void what_is_settled_is_not_overdue() {
        given(AUTHORIZED).when(new ReportOutcomeOverdue(PAYMENT, authorize())).nothing();
    }

    @Test
    void what_was_overdue_is_told_to_be_known_at_last() {
        given(OVERDUE)
                .when(yes(authorize()))
                .then(
                        new PaymentOutcomeKnown(PAYMENT, ORDER, PaymentOperation.AUTHORIZE, authorize(), NOW),
                        authorized(NOW));
    }

    private void claimed(String name, String owner) {
        jdbc.sql("insert into claimed_name (kind, name, owner) values ('provider-ref', ?, ?)")
                .params(name, owner)
                .update();
    }
}
