package io.ordertrail.model.order.money;

import io.ordertrail.api.order.value.RefundKind;
import io.ordertrail.api.payment.PaymentOperation;
import java.time.Instant;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An open ask of an order to a payment. An unknown outcome is no answer.
 *
 * @param number of the ask; 0 for the authorisation with which the payment begins
 * @param amount what is asked for; zero for a void, which means all that is left
 * @param kind of a refund, else null
 * @param returnId the return that a refund is for, or null
 * @param to the account or the other order that gets a refund; null if it goes back the way it came
 */
public record PaymentAsk(
        int number,
        PaymentOperation operation,
        Money amount,
        @Nullable RefundKind kind,
        @Nullable String returnId,
        @Nullable String to,
        Instant since) {

    /** Any but a refund. */
    public static PaymentAsk of(int number, PaymentOperation operation, Money amount, Instant since) {
        return new PaymentAsk(number, operation, amount, null, null, null, since);
    }
}
