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
import io.ordertrail.api.payment.PaymentEvent.PaymentExpired;
import io.ordertrail.api.payment.PaymentEvent.PaymentInitiated;
import io.ordertrail.api.payment.PaymentEvent.PaymentOutcomeContradicted;
import io.ordertrail.api.payment.PaymentEvent.PaymentOutcomeKnown;
import io.ordertrail.api.payment.PaymentEvent.PaymentOutcomeOverdue;
import io.ordertrail.api.payment.PaymentEvent.PaymentOutcomeUnknown;
import io.ordertrail.api.payment.PaymentEvent.PaymentRefunded;
import io.ordertrail.api.payment.PaymentEvent.PaymentVoidFailed;
import io.ordertrail.api.payment.PaymentEvent.PaymentVoidRequested;
import io.ordertrail.api.payment.PaymentEvent.PaymentVoided;
import io.ordertrail.api.payment.PaymentEvent.RefundFailed;
import io.ordertrail.api.payment.PaymentEvent.RefundRequested;
import io.ordertrail.api.payment.PaymentOperation;
import io.ordertrail.model.kernel.Fold;
import java.time.Instant;
import java.util.Objects;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What each event means for the state. It never refuses: what has happened has happened. */
final class PaymentEvolution {

    private static final Fold<PaymentState, PaymentEvent> FOLD = Fold.<PaymentState, PaymentEvent>over(
                    PaymentEvent.class)
            .first(PaymentInitiated.class)
            .on(
                    PaymentAuthorizationRequested.class,
                    (state, e) -> ask(state, PaymentOperation.AUTHORIZE, e.providerKey(), e.amount(), null, e.at()))
            .on(
                    PaymentCaptureRequested.class,
                    (state, e) -> ask(state, PaymentOperation.CAPTURE, e.providerKey(), e.amount(), e.number(), e.at()))
            .on(
                    PaymentVoidRequested.class,
                    (state, e) -> ask(state, PaymentOperation.VOID, e.providerKey(), e.amount(), e.number(), e.at()))
            .on(
                    RefundRequested.class,
                    (state, e) -> ask(state, PaymentOperation.REFUND, e.providerKey(), e.amount(), e.number(), e.at()))
            .on(
                    PaymentOutcomeUnknown.class,
                    (state, e) -> state.withOpen(open(state).becomeUnknown()))
            .on(
                    PaymentOutcomeOverdue.class,
                    (state, e) -> state.withOpen(open(state).becomeOverdue()))
            .on(PaymentOutcomeContradicted.class, (state, e) -> state.contradicted(e.providerKey()))
            .on(
                    PaymentAuthorized.class,
                    (state, e) -> state.settle(true).promised(e.expiresAt(), e.providerReference()))
            .on(PaymentDeclined.class, (state, e) -> state.settle(false))
            .on(PaymentCaptured.class, (state, e) -> state.settle(true).taken(e.providerReference()))
            .on(PaymentCaptureFailed.class, (state, e) -> state.settle(false).hear(e.number()))
            .on(PaymentVoided.class, (state, e) -> state.settle(true).hear(e.number()))
            .on(PaymentVoidFailed.class, (state, e) -> state.settle(false))
            .on(PaymentExpired.class, (state, e) -> state.settle(true))
            .on(PaymentRefunded.class, (state, e) -> state.settle(true))
            .on(RefundFailed.class, (state, e) -> state.settle(false).hear(e.number()))
            .on(ChargebackReceived.class, (state, e) -> state.disputed(PaymentRules.chargeback(e.providerEventId())))
            .on(ChargebackReversed.class, (state, e) -> state.disputed(PaymentRules.reversal(e.providerEventId())))
            .ignoring(PaymentOutcomeKnown.class)
            .complete();

    private PaymentEvolution() {}

    static PaymentState evolve(PaymentState before, PaymentEvent event) {
        return FOLD.next(before.withFacts(before.facts().after(event)).withLastAt(event.at()), event);
    }

    private static PaymentState ask(
            PaymentState state,
            PaymentOperation operation,
            String key,
            Money amount,
            @Nullable Integer number,
            Instant at) {
        return state.hear(number == null ? 0 : number).withOpen(OpenRequest.of(operation, key, amount, number, at));
    }

    private static OpenRequest open(PaymentState state) {
        return Objects.requireNonNull(state.open(), "Nothing was asked");
    }
}
