package io.ordertrail.command.payment;

import io.ordertrail.api.payment.PaymentCommand.CapturePayment;
import io.ordertrail.api.payment.PaymentCommand.RefundPayment;
import io.ordertrail.api.payment.PaymentCommand.VoidPayment;
import io.ordertrail.api.payment.PaymentEvent;
import io.ordertrail.api.payment.PaymentEvent.PaymentCaptureFailed;
import io.ordertrail.api.payment.PaymentEvent.PaymentCaptureRequested;
import io.ordertrail.api.payment.PaymentEvent.PaymentVoidRequested;
import io.ordertrail.api.payment.PaymentEvent.PaymentVoided;
import io.ordertrail.api.payment.PaymentEvent.RefundFailed;
import io.ordertrail.api.payment.PaymentEvent.RefundRequested;
import io.ordertrail.api.payment.PaymentOperation;
import io.ordertrail.model.payment.PaymentRules;
import io.ordertrail.model.payment.PaymentState;
import java.time.Instant;
import org.joda.money.Money;

/**
 * What becomes of a new ask of the order while the provider has nothing else to answer: it is asked, or a rule has
 * answered already. Always one event, with the ask's number.
 */
record AskReply(String paymentId, PaymentState state, Instant at) {

    PaymentEvent to(CapturePayment ask) {
        return rules().againstCapture(ask.amount())
                .<PaymentEvent>map(no -> new PaymentCaptureFailed(
                        paymentId, state.orderId(), ask.number(), null, ask.amount(), no.detail(), at))
                .orElseGet(() -> new PaymentCaptureRequested(
                        paymentId,
                        state.orderId(),
                        ask.number(),
                        PaymentOperation.CAPTURE.key(paymentId, ask.number()),
                        ask.amount(),
                        at));
    }

    PaymentEvent to(VoidPayment ask) {
        if (!rules().hasSomethingToVoid()) {
            Money nothing = Money.zero(state.currency());
            return new PaymentVoided(paymentId, state.orderId(), state.method(), ask.number(), nothing, at);
        }
        return new PaymentVoidRequested(
                paymentId,
                state.orderId(),
                ask.number(),
                PaymentOperation.VOID.key(paymentId, ask.number()),
                state.facts().outstanding(),
                ask.reason(),
                at);
    }

    PaymentEvent to(RefundPayment ask) {
        return rules().againstRefund(ask.amount())
                .<PaymentEvent>map(no ->
                        new RefundFailed(paymentId, state.orderId(), ask.number(), null, ask.amount(), no.detail(), at))
                .orElseGet(() -> new RefundRequested(
                        paymentId,
                        state.orderId(),
                        ask.number(),
                        PaymentOperation.REFUND.key(paymentId, ask.number()),
                        ask.amount(),
                        ask.reason(),
                        ask.at() != null && state.isByHand() ? ask.at() : at));
    }

    private PaymentRules rules() {
        return new PaymentRules(state);
    }
}
