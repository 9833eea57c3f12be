package io.ordertrail.model.payment;

import io.ordertrail.api.payment.PaymentOperation;
import org.joda.money.Money;

/**
 * A request that the provider has answered for good.
 *
 * @param succeeded what it said first, which stands
 * @param indifferent whether it is all the same by now what else it says: the other has been told, or the time was over
 */
public record Settled(PaymentOperation operation, Money amount, boolean succeeded, boolean indifferent) {

    public static Settled of(OpenRequest request, boolean succeeded) {
        return new Settled(request.operation(), request.amount(), succeeded, request.isExpiry());
    }

    public boolean isContradictedBy(boolean success) {
        return !indifferent && success != succeeded;
    }

    public Settled contradicted() {
        return new Settled(operation, amount, succeeded, true);
    }
}
