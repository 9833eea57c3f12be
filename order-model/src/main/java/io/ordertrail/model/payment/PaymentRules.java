package io.ordertrail.model.payment;

import io.ordertrail.api.message.Refusal;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.payment.PaymentOperation;
import io.ordertrail.api.payment.PaymentRefusal.MoreThanAuthorized;
import io.ordertrail.api.payment.PaymentRefusal.MoreThanCaptured;
import io.ordertrail.api.payment.PaymentRefusal.MoreThanChargedBack;
import io.ordertrail.api.payment.PaymentRefusal.NothingToCapture;
import io.ordertrail.api.payment.PaymentRefusal.NothingToRefund;
import io.ordertrail.api.payment.PaymentRefusal.OperationInProgress;
import io.ordertrail.api.payment.PaymentRefusal.ProviderRequestNotFound;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The rules of a payment, one method each. */
public record PaymentRules(PaymentState state) {

    /** By what a chargeback is known. */
    public static String chargeback(String providerEventId) {
        return "chargeback:" + providerEventId;
    }

    /** By what the reversal of one is known. */
    public static String reversal(String providerEventId) {
        return "reversal:" + providerEventId;
    }

    /** Rule P3. A request that nobody knows the outcome of is open too: what follows on it would be guesswork. */
    public void nothingElseIsAsked() {
        if (state.open() != null) {
            throw new Refused(new OperationInProgress(state.open().operation()));
        }
    }

    /** Rule P1: why so much cannot be captured, if so. */
    public Optional<Refusal> againstCapture(Money asked) {
        Money left = state.facts().outstanding();
        if (!left.isPositive()) {
            return Optional.of(new NothingToCapture());
        }
        return asked.isGreaterThan(left) ? Optional.of(new MoreThanAuthorized(asked, left)) : Optional.empty();
    }

    /** Rule P2: why so much cannot go back, if so. */
    public Optional<Refusal> againstRefund(Money asked) {
        Money left = state.facts().kept();
        if (!left.isPositive()) {
            return Optional.of(new NothingToRefund());
        }
        return asked.isGreaterThan(left) ? Optional.of(new MoreThanCaptured(asked, left)) : Optional.empty();
    }

    /** Rule P2: the bank takes no more than there is, and not what may be going back already. */
    public void mayBeChargedBack(Money amount) {
        if (state.open() != null && state.open().operation() == PaymentOperation.REFUND) {
            nothingElseIsAsked();
        }
        againstRefund(amount).ifPresent(no -> {
            throw new Refused(no);
        });
    }

    /** Rule P2: the bank gives back no more than it took. */
    public void isChargedBack(Money amount) {
        Money left = state.facts().chargedBack();
        if (amount.isGreaterThan(left)) {
            throw new Refused(new MoreThanChargedBack(amount, left));
        }
    }

    public boolean hasSomethingToVoid() {
        return state.facts().outstanding().isPositive();
    }

    /** Rule P6: whether this was told before. */
    public boolean knows(String dispute) {
        return state.disputes().contains(dispute);
    }

    /**
     * Rule P4: only what was asked can be answered, and only by whom it was asked. {@code provider} null is our own
     * worker.
     */
    public void isAnswerToOurs(String providerKey, @Nullable String provider) {
        if (!state.wasAsked(providerKey)) {
            throw new Refused(new ProviderRequestNotFound(providerKey));
        }
        isOurProvider(provider, providerKey);
    }

    /** @param subject what it speaks of */
    public void isOurProvider(@Nullable String provider, String subject) {
        if (provider != null && !provider.equals(state.method())) {
            throw new Refused(new ProviderRequestNotFound(subject));
        }
    }
}
