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
import io.ordertrail.api.payment.PaymentStage;
import io.ordertrail.model.kernel.Fold;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The money of a payment, all in its one currency, and the one place that derives its stage. The write side decides by
 * it, the read side copies what it says: both say the same.
 *
 * @param amount what was asked for
 * @param authorized everything that was ever authorised; money that came by hand counts as authorised when it came
 * @param captured everything that was ever captured (rule P1: never more than authorized)
 * @param released what was promised and can no longer be taken
 * @param refunded the sum of refunds
 * @param chargedBack taken back by the customer's bank (rule P2: with refunded, never more than captured)
 * @param ending how it ended where nothing was taken, or null
 */
public record PaymentFacts(
        Money amount,
        Money authorized,
        Money captured,
        Money released,
        Money refunded,
        Money chargedBack,
        @Nullable PaymentStage ending) {

    private static final Fold<PaymentFacts, PaymentEvent> FOLD = Fold.<PaymentFacts, PaymentEvent>over(
                    PaymentEvent.class)
            .first(PaymentInitiated.class)
            .on(PaymentAuthorized.class, (facts, e) -> facts.authorize(e.amount()))
            .on(PaymentDeclined.class, (facts, e) -> facts.declined())
            .on(PaymentCaptured.class, PaymentFacts::captured)
            .on(PaymentVoided.class, PaymentFacts::voided)
            .on(PaymentExpired.class, (facts, e) -> facts.release(e.amount(), PaymentStage.EXPIRED))
            .on(PaymentRefunded.class, (facts, e) -> facts.refund(e.amount()))
            .on(ChargebackReceived.class, (facts, e) -> facts.chargeBack(e.amount()))
            .on(
                    ChargebackReversed.class,
                    (facts, e) -> facts.chargeBack(e.amount().negated()))
            .ignoring(
                    PaymentAuthorizationRequested.class,
                    PaymentCaptureRequested.class,
                    PaymentCaptureFailed.class,
                    PaymentVoidRequested.class,
                    PaymentVoidFailed.class,
                    RefundRequested.class,
                    RefundFailed.class,
                    PaymentOutcomeUnknown.class,
                    PaymentOutcomeOverdue.class,
                    PaymentOutcomeKnown.class,
                    PaymentOutcomeContradicted.class)
            .complete();

    public static PaymentFacts initiated(Money amount) {
        Money nothing = Money.zero(amount.getCurrencyUnit());
        return new PaymentFacts(amount, nothing, nothing, nothing, nothing, nothing, null);
    }

    /** The facts after one more event. */
    public PaymentFacts after(PaymentEvent event) {
        return FOLD.next(this, event);
    }

    /** As after the provider's no: nothing moved. */
    public PaymentFacts declined() {
        return release(Money.zero(amount.getCurrencyUnit()), PaymentStage.DECLINED);
    }

    /** What is authorised and can still be captured. */
    public Money outstanding() {
        return authorized.minus(captured).minus(released);
    }

    /** What is captured and still kept, and so can be refunded. */
    public Money kept() {
        return captured.minus(refunded).minus(chargedBack);
    }

    public PaymentStage stage() {
        if (chargedBack.isPositive()) {
            return PaymentStage.CHARGED_BACK;
        }
        boolean more = outstanding().isPositive();
        if (refunded.isPositive()) {
            return kept().isZero() && !more ? PaymentStage.REFUNDED : PaymentStage.PARTIALLY_REFUNDED;
        }
        if (captured.isPositive()) {
            return more ? PaymentStage.PARTIALLY_CAPTURED : PaymentStage.CAPTURED;
        }
        if (more) {
            return PaymentStage.AUTHORIZED;
        }
        return ending == null ? PaymentStage.INITIATED : ending;
    }

    private PaymentFacts captured(PaymentCaptured e) {
        boolean promisedBefore = e.providerKey() != null;
        return promisedBefore ? capture(e.amount()) : authorize(e.amount()).capture(e.amount());
    }

    /** Where nothing was left to give up, it had ended otherwise before. */
    private PaymentFacts voided(PaymentVoided e) {
        return e.amount().isZero() ? this : release(e.amount(), PaymentStage.VOIDED);
    }

    private PaymentFacts refund(Money more) {
        return new PaymentFacts(amount, authorized, captured, released, refunded.plus(more), chargedBack, ending);
    }

    private PaymentFacts chargeBack(Money more) {
        return new PaymentFacts(amount, authorized, captured, released, refunded, chargedBack.plus(more), ending);
    }

    private PaymentFacts authorize(Money more) {
        return new PaymentFacts(amount, authorized.plus(more), captured, released, refunded, chargedBack, ending);
    }

    private PaymentFacts capture(Money more) {
        return new PaymentFacts(amount, authorized, captured.plus(more), released, refunded, chargedBack, ending);
    }

    private PaymentFacts release(Money more, PaymentStage end) {
        return new PaymentFacts(amount, authorized, captured, released.plus(more), refunded, chargedBack, end);
    }
}
