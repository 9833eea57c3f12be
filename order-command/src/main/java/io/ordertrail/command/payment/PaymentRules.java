package io.ordertrail.command.payment;

import io.ordertrail.api.Refusal;
import io.ordertrail.api.payment.PaymentRefusal.MoreThanAuthorized;
import io.ordertrail.api.payment.PaymentRefusal.MoreThanCaptured;
import io.ordertrail.api.payment.PaymentRefusal.NothingToCapture;
import io.ordertrail.api.payment.PaymentRefusal.NothingToRefund;
import io.ordertrail.api.payment.PaymentRefusal.OperationInProgress;
import io.ordertrail.api.payment.PaymentRefusal.ProviderRequestNotFound;
import io.ordertrail.axon.Refused;
import io.ordertrail.command.Caller;
import java.util.function.Function;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The rules of a payment, one method each. */
record PaymentRules(String paymentId, PaymentState state) {

    /** The shop's people, and the service itself. */
    static void byStaffOrService(Caller caller) {
        if (!caller.is(Caller.SERVICE)) {
            caller.mustBe(Caller.STAFF);
        }
    }

    /** Rule P3. A request that nobody knows the outcome of is open too: what follows on it would be guesswork. */
    void nothingElseIsAsked() {
        if (state.open() != null) {
            throw new Refused(new OperationInProgress(state.open().operation()));
        }
    }

    /** Rule P1: {@code asked}, or all that is left where nothing is named, if so much is authorised and not captured. */
    Money withinAuthorized(@Nullable Money asked) {
        Money left = state.facts().outstanding();
        return within(asked, left, new NothingToCapture(), amount -> new MoreThanAuthorized(amount, left));
    }

    /** Rule P2: {@code asked}, or all that is left where nothing is named, if so much is captured and was not given back. */
    Money withinCaptured(@Nullable Money asked) {
        Money left = state.facts().kept();
        return within(asked, left, new NothingToRefund(), amount -> new MoreThanCaptured(amount, left));
    }

    boolean hasSomethingToVoid() {
        return state.facts().outstanding().isPositive();
    }

    /** A refund's id names it for ever. */
    boolean knowsRefund(String refundId) {
        return state.refunds().contains(refundId);
    }

    /** Rule P6. */
    boolean knowsChargeback(String providerEventId) {
        return state.chargebacks().contains(providerEventId);
    }

    /** Rule P4: only what was asked can be answered, and only by whom it was asked. {@code provider} null is our own worker. */
    void isAnswerToOurs(String providerKey, @Nullable String provider) {
        if (!state.wasAsked(paymentId, providerKey)) {
            throw new Refused(new ProviderRequestNotFound(providerKey));
        }
        isOurProvider(provider, providerKey);
    }

    /** @param subject what it speaks of */
    void isOurProvider(@Nullable String provider, String subject) {
        if (provider != null && !provider.equals(state.choice().method())) {
            throw new Refused(new ProviderRequestNotFound(subject));
        }
    }

    private static Money within(
            @Nullable Money asked, Money left, Refusal nothingLeft, Function<Money, Refusal> tooMuch) {
        if (!left.isPositive()) {
            throw new Refused(nothingLeft);
        }
        if (asked != null && asked.isGreaterThan(left)) {
            throw new Refused(tooMuch.apply(asked));
        }
        return asked == null ? left : asked;
    }
}
