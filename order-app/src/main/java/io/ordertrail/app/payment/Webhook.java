package io.ordertrail.app.payment;

import io.ordertrail.api.message.FaultCode;
import io.ordertrail.api.payment.PaymentCommand;
import io.ordertrail.api.payment.PaymentCommand.Outcome;
import io.ordertrail.api.payment.PaymentCommand.RecordChargeback;
import io.ordertrail.api.payment.PaymentCommand.RecordChargebackReversal;
import io.ordertrail.api.payment.PaymentCommand.RecordProviderAnswer;
import io.ordertrail.api.payment.PaymentOperation;
import io.ordertrail.app.http.input.Amount;
import io.ordertrail.app.http.input.MoneyMapper;
import io.ordertrail.app.http.openapi.Becomes;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Objects;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The body of a provider's webhook: an answer to a request of ours, or a chargeback or its reversal. */
@Becomes({PaymentCommand.RecordProviderAnswer.class, PaymentCommand.RecordChargeback.class})
record Webhook(
        @Schema(description = "Id of this event for ever: the same id again changes nothing")
        String eventId,

        @Schema(description = "Default: ANSWER") @Nullable Kind kind,

        @Schema(description = "For an answer: the request that it answers") @Nullable
        String providerKey,

        @Schema(description = "For an answer") @Nullable Outcome outcome,

        @Schema(description = "The provider's own reference") @Nullable
        String providerReference,

        @Schema(description = "For a chargeback or its reversal: the payment") @Nullable
        String paymentId,

        @Schema(description = "For a chargeback or its reversal") @Nullable
        Amount amount,

        @Schema(maxLength = 4000) @Nullable String reason) {

    enum Kind {
        /** To a request of ours. */
        ANSWER,
        /** The customer's bank took money back. */
        CHARGEBACK,
        /** The bank reversed the chargeback: the shop has won the dispute. */
        CHARGEBACK_REVERSED
    }

    /** The command that follows from it. */
    PaymentCommand toContract(String provider) {
        return kind == null || kind == Kind.ANSWER ? answer(provider) : chargeback(provider);
    }

    private PaymentCommand answer(String provider) {
        MoneyMapper meaning = new MoneyMapper();
        required(meaning, providerKey, "/providerKey");
        required(meaning, outcome, "/outcome");
        meaning.orRefuse();
        String key = Objects.requireNonNull(providerKey);
        return new RecordProviderAnswer(
                PaymentOperation.paymentOf(key),
                key,
                Objects.requireNonNull(outcome),
                provider,
                eventId,
                providerReference,
                reason);
    }

    private PaymentCommand chargeback(String provider) {
        MoneyMapper meaning = new MoneyMapper();
        required(meaning, paymentId, "/paymentId");
        required(meaning, amount, "/amount");
        Money money = amount == null ? null : meaning.money(amount, "/amount");
        meaning.orRefuse();
        String payment = Objects.requireNonNull(paymentId);
        Objects.requireNonNull(money);
        return kind == Kind.CHARGEBACK
                ? new RecordChargeback(payment, provider, eventId, money, reason)
                : new RecordChargebackReversal(payment, provider, eventId, money);
    }

    private static void required(MoneyMapper meaning, @Nullable Object value, String pointer) {
        if (value == null) {
            meaning.fault(pointer, FaultCode.REQUIRED, pointer.substring(1) + " is missing.");
        }
    }
}
