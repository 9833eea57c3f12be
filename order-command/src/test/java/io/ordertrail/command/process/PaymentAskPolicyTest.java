package io.ordertrail.command.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.order.OrderMoneyCommand.RecordAskRefused;
import io.ordertrail.api.order.OrderMoneyEvent.CaptureAsked;
import io.ordertrail.api.order.OrderMoneyEvent.PaymentAsked;
import io.ordertrail.api.order.OrderMoneyEvent.PaymentProcessed;
import io.ordertrail.api.order.OrderMoneyEvent.RefundAsked;
import io.ordertrail.api.order.OrderMoneyEvent.VoidAsked;
import io.ordertrail.api.order.value.PaymentKind;
import io.ordertrail.api.order.value.RefundKind;
import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.api.payment.PaymentCommand.CapturePayment;
import io.ordertrail.api.payment.PaymentCommand.InitiatePayment;
import io.ordertrail.api.payment.PaymentCommand.RecordManualPayment;
import io.ordertrail.api.payment.PaymentCommand.RefundPayment;
import io.ordertrail.api.payment.PaymentCommand.VoidPayment;
import io.ordertrail.api.payment.PaymentOperation;
import io.ordertrail.api.process.ProcessEvent.StepTakenOver;
import io.ordertrail.axon.process.step.StepId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PaymentAskPolicyTest extends PolicyScenario {

    private static final PaymentChoice CARD = PaymentChoice.sandbox("ok");

    PaymentAskPolicyTest() {
        super("payment-ask", new PaymentAskPolicy());
    }

    private static PaymentProcessed processed(PaymentKind kind, String method) {
        return new PaymentProcessed(ORDER, PAYMENT, null, kind, method, eur("40.00"), "bank-1", null, null, AT);
    }

    private static RefundAsked refund(@Nullable String to) {
        return new RefundAsked(ORDER, PAYMENT, 4, eur("10.00"), RefundKind.GOODWILL, null, to, "late", AT);
    }

    @Test
    void a_payment_that_is_asked_for_begins() {
        when(new PaymentAsked(ORDER, PAYMENT, "c-1", CARD, eur("40.00"), AT))
                .sends("initiate-payment", PAYMENT, 0, new InitiatePayment(PAYMENT, ORDER, "c-1", CARD, eur("40.00")))
                .andNoMore();
    }

    @Test
    void the_order_hears_of_one_that_cannot_begin() {
        when(refused(step("initiate-payment", PAYMENT, 0), "UNKNOWN_METHOD", "There is no such way."))
                .insists(
                        "record-ask-refused",
                        PAYMENT,
                        0,
                        new RecordAskRefused(
                                ORDER, PAYMENT, 0, PaymentOperation.AUTHORIZE, "There is no such way.", NOW))
                .andNoMore();
    }

    @Test
    void W5_whoever_takes_over_the_step_of_an_ask_answers_it() {
        when(new StepTakenOver("payment-ask", ORDER, "refund-payment", PAYMENT, 4, "ann", "given back in cash", NOW))
                .insists(
                        "record-ask-refused",
                        PAYMENT,
                        4,
                        new RecordAskRefused(
                                ORDER, PAYMENT, 4, PaymentOperation.REFUND, "Taken over: given back in cash", NOW))
                .andNoMore();
    }

    @Test
    void W5_money_that_nobody_will_record_as_a_payment_has_not_come() {
        when(new StepTakenOver(
                        "payment-ask", ORDER, "record-manual-payment", PAYMENT, 0, "ann", "of another order", NOW))
                .insists(
                        "record-ask-refused",
                        PAYMENT,
                        0,
                        new RecordAskRefused(
                                ORDER, PAYMENT, 0, PaymentOperation.CAPTURE, "Taken over: of another order", NOW))
                .andNoMore();
    }

    @Test
    void what_another_process_was_refused_is_its_own_affair() {
        when(refused(StepId.of("payment", ORDER, "initiate-payment", PAYMENT, 0), "X", "No."))
                .andNoMore();
        when(refused(step("capture-payment", PAYMENT, 1), "X", "No.")).andNoMore();
    }

    @Test
    void W4_captures_voids_and_refunds_are_asked_for_under_their_numbers() {
        when(new CaptureAsked(ORDER, PAYMENT, 2, eur("25.00"), AT))
                .insists("capture-payment", PAYMENT, 2, new CapturePayment(PAYMENT, 2, eur("25.00")))
                .andNoMore();
        when(new VoidAsked(ORDER, PAYMENT, 3, "Cancelled", AT))
                .insists("void-payment", PAYMENT, 3, new VoidPayment(PAYMENT, 3, "Cancelled"))
                .andNoMore();
        when(refund(null))
                .insists("refund-payment", PAYMENT, 4, new RefundPayment(PAYMENT, 4, eur("10.00"), "late", AT))
                .andNoMore();
    }

    @Test
    void what_goes_back_another_way_is_not_asked_of_the_payment() {
        when(refund(ACCOUNT)).andNoMore();
    }

    @Test
    void what_staff_told_the_order_becomes_a_payment() {
        when(processed(PaymentKind.CAPTURED, "MANUAL"))
                .insists(
                        "record-manual-payment",
                        PAYMENT,
                        0,
                        new RecordManualPayment(PAYMENT, ORDER, eur("40.00"), "bank-1", AT))
                .andNoMore();
    }

    @Test
    void but_not_what_a_payment_told_it() {
        when(processed(PaymentKind.CAPTURED, "SANDBOX")).andNoMore();
        when(processed(PaymentKind.DECLINED, "MANUAL")).andNoMore();
    }

    @Test
    void the_longest_names_still_fit() {
        assertThat(step("initiate-payment", PAYMENT + ":A_PROVIDER_WITH_A_LONG_NAME:EUR", Long.MAX_VALUE)
                        .text())
                .hasSizeLessThan(255);
    }
}
