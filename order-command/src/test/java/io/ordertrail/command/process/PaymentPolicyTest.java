package io.ordertrail.command.process;

import io.ordertrail.api.order.OrderCourseCommand.ReportProblem;
import io.ordertrail.api.order.OrderCourseCommand.ResolveProblem;
import io.ordertrail.api.order.OrderMoneyCommand.RecordAskRefused;
import io.ordertrail.api.order.OrderMoneyCommand.RecordChargeback;
import io.ordertrail.api.order.OrderMoneyCommand.RecordChargebackReversal;
import io.ordertrail.api.order.OrderMoneyCommand.RecordPaymentAnswer;
import io.ordertrail.api.order.OrderMoneyCommand.RecordRefund;
import io.ordertrail.api.order.value.PaymentKind;
import io.ordertrail.api.payment.PaymentEvent;
import io.ordertrail.api.payment.PaymentEvent.ChargebackReceived;
import io.ordertrail.api.payment.PaymentEvent.ChargebackReversed;
import io.ordertrail.api.payment.PaymentEvent.PaymentAuthorized;
import io.ordertrail.api.payment.PaymentEvent.PaymentCaptureFailed;
import io.ordertrail.api.payment.PaymentEvent.PaymentCaptured;
import io.ordertrail.api.payment.PaymentEvent.PaymentDeclined;
import io.ordertrail.api.payment.PaymentEvent.PaymentExpired;
import io.ordertrail.api.payment.PaymentEvent.PaymentOutcomeContradicted;
import io.ordertrail.api.payment.PaymentEvent.PaymentOutcomeKnown;
import io.ordertrail.api.payment.PaymentEvent.PaymentOutcomeOverdue;
import io.ordertrail.api.payment.PaymentEvent.PaymentRefunded;
import io.ordertrail.api.payment.PaymentEvent.PaymentVoidFailed;
import io.ordertrail.api.payment.PaymentEvent.PaymentVoided;
import io.ordertrail.api.payment.PaymentEvent.RefundFailed;
import io.ordertrail.api.payment.PaymentOperation;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What an order hears of its payments. */
class PaymentPolicyTest extends PolicyScenario {

    private static final String KEY = PAYMENT + ":capture:2";
    private static final String EVENT =
            UUID.nameUUIDFromBytes("evt/1".getBytes(StandardCharsets.UTF_8)).toString();

    PaymentPolicyTest() {
        super("payment", new PaymentPolicy());
    }

    private void answers(PaymentEvent event, @Nullable Integer number, PaymentKind kind, @Nullable String reference) {
        answers(event, number, kind, reference, null);
    }

    private void answers(
            PaymentEvent event,
            @Nullable Integer number,
            PaymentKind kind,
            @Nullable String reference,
            @Nullable String reason) {
        when(event)
                .insists(
                        "record-payment-answer",
                        PAYMENT,
                        VERSION,
                        new RecordPaymentAnswer(
                                ORDER,
                                PAYMENT,
                                number,
                                kind,
                                "SANDBOX",
                                eur("40.00"),
                                reference,
                                reason,
                                event instanceof PaymentAuthorized promise ? promise.expiresAt() : null,
                                AT))
                .andNoMore();
    }

    private static PaymentCaptured captured(String reference) {
        return new PaymentCaptured(PAYMENT, ORDER, "SANDBOX", 2, KEY, reference, eur("40.00"), eur("60.00"), AT);
    }

    @Test
    void of_an_authorisation() {
        answers(
                new PaymentAuthorized(
                        PAYMENT, ORDER, "SANDBOX", PAYMENT + ":authorize:1", "ref-1", eur("40.00"), NOW, AT),
                null,
                PaymentKind.AUTHORIZED,
                "ref-1");
    }

    @Test
    void of_each_capture() {
        answers(captured("ref-2"), 2, PaymentKind.CAPTURED, "ref-2");
    }

    @Test
    void not_of_money_that_it_told_of_itself() {
        when(new PaymentCaptured(PAYMENT, ORDER, "MANUAL", null, null, "b1", eur("40.00"), eur("0.00"), AT))
                .andNoMore();
    }

    @Test
    void no_reference_that_it_could_not_keep() {
        answers(captured("x".repeat(100)), 2, PaymentKind.CAPTURED, "x".repeat(100));
        answers(captured("x".repeat(101)), 2, PaymentKind.CAPTURED, null);
    }

    @Test
    void of_a_no_and_why() {
        answers(
                new PaymentDeclined(PAYMENT, ORDER, "SANDBOX", PAYMENT + ":authorize:1", eur("40.00"), "no cover", AT),
                null,
                PaymentKind.DECLINED,
                null,
                "no cover");
    }

    @Test
    void of_what_was_given_up_or_expired() {
        answers(new PaymentVoided(PAYMENT, ORDER, "SANDBOX", 3, eur("40.00"), AT), 3, PaymentKind.RELEASED, null);
        answers(new PaymentExpired(PAYMENT, ORDER, "SANDBOX", eur("40.00"), AT), null, PaymentKind.RELEASED, null);
    }

    private void refuses(PaymentEvent event, PaymentOperation operation) {
        when(event)
                .insists(
                        "record-ask-refused",
                        PAYMENT,
                        2,
                        new RecordAskRefused(ORDER, PAYMENT, 2, operation, "Closed", AT))
                .andNoMore();
    }

    @Test
    void W3_of_each_ask_that_was_refused_also_by_a_rule() {
        refuses(new PaymentCaptureFailed(PAYMENT, ORDER, 2, KEY, eur("1"), "Closed", AT), PaymentOperation.CAPTURE);
        refuses(new PaymentCaptureFailed(PAYMENT, ORDER, 2, null, eur("1"), "Closed", AT), PaymentOperation.CAPTURE);
        refuses(new PaymentVoidFailed(PAYMENT, ORDER, 2, "key", eur("1"), "Closed", AT), PaymentOperation.VOID);
        refuses(new RefundFailed(PAYMENT, ORDER, 2, null, eur("1"), "Closed", AT), PaymentOperation.REFUND);
    }

    @Test
    void of_a_refund() {
        when(new PaymentRefunded(PAYMENT, ORDER, 4, "ref-4", eur("30.00"), AT))
                .insists("record-refund", PAYMENT, 4, new RecordRefund(ORDER, PAYMENT, 4, eur("30.00"), AT))
                .andNoMore();
    }

    @Test
    void report_R4_of_a_chargeback_and_that_it_was_won_under_names_that_an_address_can_have() {
        when(new ChargebackReceived(PAYMENT, ORDER, "evt/1", eur("40.00"), "FRAUD", AT))
                .insists(
                        "record-chargeback",
                        PAYMENT,
                        VERSION,
                        new RecordChargeback(ORDER, PAYMENT, EVENT, eur("40.00"), "FRAUD", AT))
                .andNoMore();
        when(new ChargebackReversed(PAYMENT, ORDER, "evt/1", eur("40.00"), AT))
                .insists(
                        "record-chargeback-reversal",
                        PAYMENT,
                        VERSION,
                        new RecordChargebackReversal(ORDER, PAYMENT, EVENT, eur("40.00"), AT))
                .andNoMore();
    }

    @Test
    void of_what_nobody_finds_out_until_it_is_known() {
        when(new PaymentOutcomeOverdue(PAYMENT, ORDER, PaymentOperation.CAPTURE, KEY, AT))
                .insists(
                        "report-problem",
                        PAYMENT,
                        VERSION,
                        new ReportProblem(
                                ORDER,
                                KEY,
                                "PAYMENT_OUTCOME_UNKNOWN",
                                "The provider has not reported the outcome of CAPTURE."))
                .andNoMore();
        when(new PaymentOutcomeKnown(PAYMENT, ORDER, PaymentOperation.CAPTURE, KEY, AT))
                .insists(
                        "resolve-problem",
                        PAYMENT,
                        VERSION,
                        new ResolveProblem(ORDER, KEY, "The provider has reported the outcome."))
                .andNoMore();
    }

    @Test
    void report_R3_of_a_success_after_a_failure_and_of_a_failure_after_a_success() {
        when(contradicted(true, "ch-1"))
                .insists(
                        "report-problem",
                        PAYMENT,
                        VERSION,
                        problem("The provider says that CAPTURE of EUR 60.00 has succeeded, and said otherwise before;"
                                + " its reference is ch-1."))
                .andNoMore();
        when(contradicted(false, null))
                .insists(
                        "report-problem",
                        PAYMENT,
                        VERSION,
                        problem("The provider says that CAPTURE of EUR 60.00 has failed, and said otherwise before."))
                .andNoMore();
    }

    private static PaymentOutcomeContradicted contradicted(boolean succeeded, @Nullable String reference) {
        return new PaymentOutcomeContradicted(
                PAYMENT, ORDER, PaymentOperation.CAPTURE, KEY, succeeded, reference, eur("60.00"), AT);
    }

    private static ReportProblem problem(String detail) {
        return new ReportProblem(ORDER, KEY + ":contradicted", "PAYMENT_OUTCOME", detail);
    }
}
