package io.ordertrail.command.payment;

import io.ordertrail.api.payment.PaymentOperation;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Rule P3: the one request that the provider has not answered for good.
 *
 * @param key rule P4: by which the provider knows it
 * @param shipmentId for which goods, of a capture
 * @param refundId of a refund
 * @param expiry of a void: whether the authorisation's time is over
 * @param unknown whether the provider was asked and nobody knows whether it did it
 * @param overdue whether a person was told that nobody knows
 */
record OpenRequest(
        PaymentOperation operation,
        String key,
        Money amount,
        @Nullable String shipmentId,
        @Nullable String refundId,
        boolean expiry,
        boolean unknown,
        boolean overdue) {

    static OpenRequest authorize(String key, Money amount) {
        return new OpenRequest(PaymentOperation.AUTHORIZE, key, amount, null, null, false, false, false);
    }

    static OpenRequest capture(String key, Money amount, @Nullable String shipmentId) {
        return new OpenRequest(PaymentOperation.CAPTURE, key, amount, shipmentId, null, false, false, false);
    }

    static OpenRequest giveUp(String key, Money amount, boolean expiry) {
        return new OpenRequest(PaymentOperation.VOID, key, amount, null, null, expiry, false, false);
    }

    static OpenRequest refund(String key, Money amount, String refundId) {
        return new OpenRequest(PaymentOperation.REFUND, key, amount, null, refundId, false, false, false);
    }

    OpenRequest becomeUnknown() {
        return new OpenRequest(operation, key, amount, shipmentId, refundId, expiry, true, overdue);
    }

    OpenRequest becomeOverdue() {
        return new OpenRequest(operation, key, amount, shipmentId, refundId, expiry, unknown, true);
    }
}
