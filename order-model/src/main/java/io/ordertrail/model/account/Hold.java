package io.ordertrail.model.account;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Money set aside.
 *
 * @param amount that was held at first
 * @param left of it, more than zero
 */
public record Hold(Money amount, Money left, @Nullable String orderId) {

    public Hold less(Money captured) {
        return new Hold(amount, left.minus(captured), orderId);
    }
}
