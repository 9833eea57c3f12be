package io.ordertrail.model.payment;

import io.ordertrail.api.payment.PaymentOperation;
import java.time.Instant;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Rule P3: the one request that the provider has not answered for good.
 *
 * @param key rule P4: by which the provider knows it
 * @param number of the order's ask; null of an authorisation, and of what the payment gives up by itself
 * @param at when it was made, and of money that people give back by hand when they did
 * @param unknown whether the provider was asked and nobody knows whether it did it
 * @param overdue whether a person was told that nobody knows
 */
public record OpenRequest(
        PaymentOperation operation,
        String key,
        Money amount,
        @Nullable Integer number,
        Instant at,
        boolean unknown,
        boolean overdue) {

    public static OpenRequest of(
            PaymentOperation operation, String key, Money amount, @Nullable Integer number, Instant at) {
        return new OpenRequest(operation, key, amount, number, at, false, false);
    }

    /** Whether it gives up an authorisation whose time is over. */
    public boolean isExpiry() {
        return operation == PaymentOperation.VOID && number == null;
    }

    public OpenRequest becomeUnknown() {
        return new OpenRequest(operation, key, amount, number, at, true, overdue);
    }

    public OpenRequest becomeOverdue() {
        return new OpenRequest(operation, key, amount, number, at, unknown, true);
    }
}
