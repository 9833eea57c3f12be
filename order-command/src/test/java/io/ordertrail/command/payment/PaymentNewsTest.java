package io.ordertrail.command.payment;

import static io.ordertrail.command.payment.Samples.*;

import io.ordertrail.api.order.OrderCommand.RecordPayment;
import io.ordertrail.api.order.OrderCommand.RecordRefund;
import io.ordertrail.api.order.OrderCommand.ReportProblem;
import io.ordertrail.api.order.OrderCommand.ResolveProblem;
import io.ordertrail.api.order.OrderEvent.PaymentProcessed;
import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.order.PaymentKind;
import io.ordertrail.api.order.RefundKind;
import io.ordertrail.api.payment.PaymentCommand.ExpireAuthorization;
import io.ordertrail.api.payment.PaymentCommand.RecordManualPayment;
import io.ordertrail.api.payment.PaymentEvent.PaymentCaptureFailed;
import io.ordertrail.api.payment.PaymentEvent.PaymentCaptured;
import io.ordertrail.api.payment.PaymentEvent.PaymentExpired;
import io.ordertrail.api.payment.PaymentEvent.PaymentOutcomeKnown;
import io.ordertrail.api.payment.PaymentEvent.PaymentOutcomeOverdue;
import io.ordertrail.api.payment.PaymentEvent.PaymentVoidFailed;
import io.ordertrail.api.payment.PaymentEvent.RefundFailed;
import io.ordertrail.api.payment.PaymentOperation;
import io.ordertrail.api.payment.PaymentProcess;
import io.ordertrail.axon.process.RecordedSteps;
import io.ordertrail.axon.process.StepId;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What an order hears of its payments. The payment's stream stands at version 7. */
class PaymentNewsTest {

    private final RecordedSteps steps = new RecordedSteps();
    private final PaymentNews news = new PaymentNews(new PaymentMethods(id -> initiated(THEN)));

    private static StepId step(String name) {
        return StepId.first("payment-news", PAYMENT, name);
    }

    private static RecordPayment told(PaymentKind kind, Money amount, @Nullable String reference) {
        return new RecordPayment(ORDER, PAYMENT, kind, "SANDBOX", amount, reference, THEN);
    }

    @Test
    void of_an_authorisation_and_when_it_ends_something_is_done() {
        news.on(authorized(THEN), 7, steps);
        steps.compensated(step("AUTHORIZED:7"), told(PaymentKind.AUTHORIZED, eur("100"), "ref " + authorize()))
                .scheduled(step("expire"), WEEK.endOf(THEN), new ExpireAuthorization(PAYMENT))
                .nothingElse();
    }

    @Test
    void of_each_capture() {
        news.on(captured(1, "40", THEN), 7, steps);
        steps.compensated(step("CAPTURED:7"), told(PaymentKind.CAPTURED, eur("40"), "ref " + capture(1)))
                .nothingElse();
    }

    @Test
    void not_of_money_that_it_told_of_itself() {
        news.on(new PaymentCaptured(PAYMENT, ORDER, null, null, eur("40"), null, THEN), 7, steps);
        steps.nothingElse();
    }

    @Test
    void no_reference_that_it_could_not_keep() {
        String tooLong = "x".repeat(101);
        news.on(new PaymentCaptured(PAYMENT, ORDER, capture(1), tooLong, eur("40"), null, THEN), 7, steps);
        steps.compensated(step("CAPTURED:7"), told(PaymentKind.CAPTURED, eur("40"), null))
                .nothingElse();
    }

    @Test
    void of_what_was_given_up() {
        news.on(voided("60", THEN), 7, steps);
        steps.compensated(step("RELEASED:7"), told(PaymentKind.RELEASED, eur("60"), null))
                .nothingElse();
    }

    @Test
    void of_what_expired() {
        news.on(new PaymentExpired(PAYMENT, ORDER, eur("60"), THEN), 7, steps);
        steps.compensated(step("RELEASED:7"), told(PaymentKind.RELEASED, eur("60"), null))
                .nothingElse();
    }

    @Test
    void of_a_no() {
        news.on(declined(THEN), 7, steps);
        steps.compensated(step("DECLINED:7"), told(PaymentKind.DECLINED, eur("100"), null))
                .nothingElse();
    }

    @Test
    void of_a_refund() {
        news.on(refunded(1, "30", THEN), 7, steps);
        steps.compensated(
                        step("REFUND:7"),
                        new RecordRefund(ORDER, PAYMENT, "refund-1", RefundKind.REFUND, eur("30"), THEN))
                .nothingElse();
    }

    @Test
    void of_a_chargeback_under_a_name_of_its_own() {
        news.on(chargedBack("event-1", "30", THEN), 7, steps);
        String name = "chargeback-" + UUID.nameUUIDFromBytes("event-1".getBytes(StandardCharsets.UTF_8));
        steps.compensated(
                        step("CHARGEBACK:7"),
                        new RecordRefund(ORDER, PAYMENT, name, RefundKind.CHARGEBACK, eur("30"), THEN))
                .nothingElse();
    }

    @Test
    void of_a_refund_that_failed() {
        news.on(new RefundFailed(PAYMENT, ORDER, "refund-1", eur("30"), "Closed", THEN), 7, steps);
        steps.compensated(
                        step("REFUND_FAILED:7"),
                        new ReportProblem(ORDER, PAYMENT + ":refund-failed:7", "REFUND_FAILED", "Closed"))
                .nothingElse();
    }

    @Test
    void a_refund_that_a_process_tries_again_is_that_process_to_tell() {
        String ours = "fulfilment:" + PAYMENT + ":1";
        String goods = OrderId.returned(ORDER, "return") + ":1";
        news.on(new RefundFailed(PAYMENT, ORDER, ours, eur("30"), "Closed", THEN), 7, steps);
        news.on(new RefundFailed(PAYMENT, ORDER, goods, eur("30"), "Closed", THEN), 8, steps);
        steps.nothingElse();
    }

    @Test
    void of_a_capture_that_failed() {
        news.on(new PaymentCaptureFailed(PAYMENT, ORDER, capture(1), eur("30"), null, "Late", THEN), 7, steps);
        steps.compensated(step("CAPTURE_FAILED:7"), new ReportProblem(ORDER, capture(1), "CAPTURE_FAILED", "Late"))
                .nothingElse();
    }

    @Test
    void of_an_authorisation_that_could_not_be_given_up() {
        String key = key(PaymentOperation.VOID, 1);
        news.on(new PaymentVoidFailed(PAYMENT, ORDER, key, eur("30"), "Late", THEN), 7, steps);
        steps.compensated(step("VOID_FAILED:7"), new ReportProblem(ORDER, key, "VOID_FAILED", "Late"))
                .nothingElse();
    }

    @Test
    void of_what_nobody_finds_out_until_it_is_known() {
        news.on(new PaymentOutcomeOverdue(PAYMENT, ORDER, PaymentOperation.CAPTURE, capture(1), THEN), 7, steps);
        news.on(new PaymentOutcomeKnown(PAYMENT, ORDER, PaymentOperation.CAPTURE, capture(1), THEN), 8, steps);
        steps.compensated(
                        step("PAYMENT_OUTCOME_UNKNOWN:7"),
                        new ReportProblem(
                                ORDER,
                                capture(1),
                                "PAYMENT_OUTCOME_UNKNOWN",
                                "The provider has not said what became of CAPTURE."))
                .compensated(
                        step("KNOWN:8"),
                        new ResolveProblem(ORDER, capture(1), "The provider has said what became of it."))
                .nothingElse();
    }

    @Test
    void and_what_staff_told_it_becomes_a_payment() {
        news.on(new PaymentProcessed(ORDER, PAYMENT, PaymentKind.CAPTURED, "MANUAL", eur("40"), "bank-1", THEN), steps);
        steps.sent(
                        step(PaymentProcess.MANUAL_PAYMENT),
                        new RecordManualPayment(PAYMENT, ORDER, eur("40"), "bank-1", THEN))
                .nothingElse();
    }

    @Test
    void but_not_what_a_payment_told_it() {
        news.on(new PaymentProcessed(ORDER, PAYMENT, PaymentKind.CAPTURED, "SANDBOX", eur("40"), null, THEN), steps);
        steps.nothingElse();
    }
}
