package io.ordertrail.command.payment;

import io.ordertrail.api.payment.PaymentEvent;
import io.ordertrail.api.payment.PaymentEvent.ChargebackReceived;
import io.ordertrail.api.payment.PaymentEvent.PaymentAuthorizationRequested;
import io.ordertrail.api.payment.PaymentEvent.PaymentAuthorized;
import io.ordertrail.api.payment.PaymentEvent.PaymentCaptureRequested;
import io.ordertrail.api.payment.PaymentEvent.PaymentCaptured;
import io.ordertrail.api.payment.PaymentEvent.PaymentOutcomeKnown;
import io.ordertrail.api.payment.PaymentEvent.PaymentOutcomeOverdue;
import io.ordertrail.api.payment.PaymentEvent.PaymentOutcomeUnknown;
import io.ordertrail.api.payment.PaymentEvent.PaymentVoidRequested;
import io.ordertrail.api.payment.PaymentEvent.RefundRequested;
import java.util.Objects;

/** What each event means for the state. It never refuses: what has happened has happened. */
final class PaymentEvolution {

    private PaymentEvolution() {}

    static PaymentState evolve(PaymentState before, PaymentEvent event) {
        PaymentState state = before.with(before.facts().after(event), event.at());
        if (event instanceof PaymentAuthorizationRequested asked) {
            return state.ask(OpenRequest.authorize(asked.providerKey(), asked.amount()));
        }
        if (event instanceof PaymentCaptureRequested asked) {
            return state.ask(OpenRequest.capture(asked.providerKey(), asked.amount(), asked.shipmentId()));
        }
        if (event instanceof PaymentVoidRequested asked) {
            return state.ask(OpenRequest.giveUp(asked.providerKey(), asked.amount(), asked.expiry()));
        }
        if (event instanceof RefundRequested asked) {
            return state.ask(OpenRequest.refund(asked.providerKey(), asked.amount(), asked.refundId()));
        }
        if (event instanceof PaymentOutcomeUnknown) {
            return state.with(open(state).becomeUnknown());
        }
        if (event instanceof PaymentOutcomeOverdue) {
            return state.with(open(state).becomeOverdue());
        }
        if (event instanceof PaymentOutcomeKnown) {
            return state;
        }
        if (event instanceof ChargebackReceived chargeback) {
            return state.chargedBack(chargeback.providerEventId());
        }
        // Every other event is what became of the open request.
        return settle(state.with((OpenRequest) null), event);
    }

    private static PaymentState settle(PaymentState state, PaymentEvent event) {
        if (event instanceof PaymentAuthorized authorization) {
            return state.promised(authorization.expiresAt(), authorization.providerReference());
        }
        if (event instanceof PaymentCaptured capture) {
            return state.taken(capture.providerReference());
        }
        return state;
    }

    private static OpenRequest open(PaymentState state) {
        return Objects.requireNonNull(state.open(), "Nothing was asked");
    }
}
