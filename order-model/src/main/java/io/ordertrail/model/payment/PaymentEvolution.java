package io.ordertrail.model.payment;

import io.ordertrail.api.payment.PaymentEvent;
import io.ordertrail.api.payment.PaymentEvent.ChargebackReceived;
import io.ordertrail.api.payment.PaymentEvent.ChargebackReversed;
import io.ordertrail.api.payment.PaymentEvent.PaymentAuthorizationRequested;
import io.ordertrail.api.payment.PaymentEvent.PaymentAuthorized;
import io.ordertrail.api.payment.PaymentEvent.PaymentCaptureFailed;
import io.ordertrail.api.payment.PaymentEvent.PaymentCaptureRequested;
import io.ordertrail.api.payment.PaymentEvent.PaymentCaptured;
import io.ordertrail.api.payment.PaymentEvent.PaymentDeclined;
import io.ordertrail.api.payment.PaymentEvent.PaymentOutcomeContradicted;
import io.ordertrail.api.payment.PaymentEvent.PaymentOutcomeKnown;
import io.ordertrail.api.payment.PaymentEvent.PaymentOutcomeOverdue;
import io.ordertrail.api.payment.PaymentEvent.PaymentOutcomeUnknown;
import io.ordertrail.api.payment.PaymentEvent.PaymentVoidFailed;
import io.ordertrail.api.payment.PaymentEvent.PaymentVoidRequested;
import io.ordertrail.api.payment.PaymentEvent.PaymentVoided;
import io.ordertrail.api.payment.PaymentEvent.RefundFailed;
import io.ordertrail.api.payment.PaymentEvent.RefundRequested;
import io.ordertrail.api.payment.PaymentOperation;
import java.util.Objects;

/** What each event means for the state. It never refuses: what has happened has happened. */
final class PaymentEvolution {

    private PaymentEvolution() {}

    public static PaymentState evolve(PaymentState before, PaymentEvent event) {
        PaymentState state = before.with(before.facts().after(event), event.at());
        if (event instanceof PaymentAuthorizationRequested asked) {
            return state.open(
                    OpenRequest.of(PaymentOperation.AUTHORIZE, asked.providerKey(), asked.amount(), null, asked.at()));
        }
        if (event instanceof PaymentCaptureRequested asked) {
            return state.hear(asked.number())
                    .open(OpenRequest.of(
                            PaymentOperation.CAPTURE, asked.providerKey(), asked.amount(), asked.number(), asked.at()));
        }
        if (event instanceof PaymentVoidRequested asked) {
            return state.hear(asked.number() == null ? 0 : asked.number())
                    .open(OpenRequest.of(
                            PaymentOperation.VOID, asked.providerKey(), asked.amount(), asked.number(), asked.at()));
        }
        if (event instanceof RefundRequested asked) {
            return state.hear(asked.number())
                    .open(OpenRequest.of(
                            PaymentOperation.REFUND, asked.providerKey(), asked.amount(), asked.number(), asked.at()));
        }
        if (event instanceof PaymentOutcomeUnknown) {
            return state.open(open(state).becomeUnknown());
        }
        if (event instanceof PaymentOutcomeOverdue) {
            return state.open(open(state).becomeOverdue());
        }
        if (event instanceof PaymentOutcomeKnown) {
            return state;
        }
        if (event instanceof PaymentOutcomeContradicted contradiction) {
            return state.contradicted(contradiction.providerKey());
        }
        if (event instanceof ChargebackReceived chargeback) {
            return state.disputed(PaymentRules.chargeback(chargeback.providerEventId()));
        }
        if (event instanceof ChargebackReversed reversal) {
            return state.disputed(PaymentRules.reversal(reversal.providerEventId()));
        }
        return answer(state, event);
    }

    /** Every other event is what became of the open request, or of an ask that a rule has answered while none was open. */
    private static PaymentState answer(PaymentState state, PaymentEvent event) {
        if (event instanceof PaymentAuthorized authorization) {
            return state.settle(true).promised(authorization.expiresAt(), authorization.providerReference());
        }
        if (event instanceof PaymentCaptured capture) {
            return state.settle(true).taken(capture.providerReference());
        }
        if (event instanceof PaymentVoided voided) {
            return state.settle(true).hear(voided.number());
        }
        if (event instanceof PaymentDeclined || event instanceof PaymentVoidFailed) {
            return state.settle(false);
        }
        if (event instanceof PaymentCaptureFailed failed) {
            return state.settle(false).hear(failed.number());
        }
        if (event instanceof RefundFailed failed) {
            return state.settle(false).hear(failed.number());
        }
        return state.settle(true);
    }

    private static OpenRequest open(PaymentState state) {
        return Objects.requireNonNull(state.open(), "Nothing was asked");
    }
}
