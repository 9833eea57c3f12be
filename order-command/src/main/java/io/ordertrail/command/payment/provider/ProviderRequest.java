package io.ordertrail.command.payment.provider;

import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.api.payment.PaymentOperation;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a provider is asked.
 *
 * @param providerKey rule P4: names the request for ever, {@code paymentId:operation:n}; at most 150 ASCII characters
 * @param operation what is asked, which a look-up must know
 * @param customerId whose order it is about; null for money that came another way
 * @param choice what the customer pays with
 * @param amount more than zero
 * @param earlierReference what the provider called that which this follows on: of a capture or void the authorisation,
 *     of a refund the latest capture; null where it gave no name
 */
public record ProviderRequest(
        String providerKey,
        PaymentOperation operation,
        String paymentId,
        String orderId,
        @Nullable String customerId,
        PaymentChoice choice,
        Money amount,
        @Nullable String earlierReference) {}
