package io.ordertrail.api.order;

import org.joda.money.Money;

/**
 * What is known of the money of one payment, added up. News of it may come in any order.
 *
 * @param authorized promised, ever
 * @param captured received, ever
 * @param released given up of what was promised
 * @param refunded given back by the shop
 * @param chargedBack taken back by the customer's bank
 * @param declined whether it was said that nothing is promised
 */
public record PaymentSums(
        Money authorized, Money captured, Money released, Money refunded, Money chargedBack, boolean declined) {

    static PaymentSums none(Money nothing) {
        return new PaymentSums(nothing, nothing, nothing, nothing, nothing, false);
    }

    PaymentSums and(PaymentKind kind, Money amount) {
        return switch (kind) {
            case AUTHORIZED ->
                new PaymentSums(authorized.plus(amount), captured, released, refunded, chargedBack, declined);
            case CAPTURED ->
                new PaymentSums(authorized, captured.plus(amount), released, refunded, chargedBack, declined);
            case RELEASED ->
                new PaymentSums(authorized, captured, released.plus(amount), refunded, chargedBack, declined);
            case DECLINED -> new PaymentSums(authorized, captured, released, refunded, chargedBack, true);
            case UNKNOWN -> this;
        };
    }

    PaymentSums back(RefundKind kind, Money amount) {
        return kind == RefundKind.CHARGEBACK
                ? new PaymentSums(authorized, captured, released, refunded, chargedBack.plus(amount), declined)
                : new PaymentSums(authorized, captured, released, refunded.plus(amount), chargedBack, declined);
    }

    /** Promised, and neither received nor given up. */
    public Money outstanding() {
        Money rest = authorized.minus(captured).minus(released);
        return rest.isNegative() ? Money.zero(rest.getCurrencyUnit()) : rest;
    }

    /** Whether more went back than is known to have come: the news of it may still be under way (rule O6). */
    public boolean overdrawn() {
        return refunded.plus(chargedBack).isGreaterThan(captured);
    }

    /** Whether nothing but a no is known of it. */
    public boolean failed() {
        return declined && authorized.isZero() && captured.isZero();
    }
}
