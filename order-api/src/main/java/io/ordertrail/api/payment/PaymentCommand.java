package io.ordertrail.api.payment;

import io.ordertrail.api.constraint.CrossChecked;
import io.ordertrail.api.constraint.CrossFaults;
import io.ordertrail.api.constraint.InBody;
import io.ordertrail.api.constraint.Label;
import io.ordertrail.api.constraint.Note;
import io.ordertrail.api.constraint.PositiveAmount;
import io.ordertrail.api.constraint.Reference;
import io.ordertrail.api.message.Named;
import io.ordertrail.api.message.Refusal.Fault;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.stream.Stream;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked of a payment. A provider is never called by a handler: what is asked of it is an event first
 * ({@code …Requested}), a worker makes the call, and what the provider answered is a command again.
 */
public sealed interface PaymentCommand {

    /** The payment that is meant: {@link io.ordertrail.api.order.OrderId#payment}. */
    String paymentId();

    /**
     * Begins a payment and asks its provider for an authorisation. Sent by the service itself, for the order that asks.
     *
     * @param customerId whose order it pays: an account pays for its owner only
     */
    @Named("payment.InitiatePayment")
    record InitiatePayment(
            @TargetAggregateIdentifier String paymentId,
            String orderId,
            @NotBlank @Reference String customerId,
            PaymentChoice choice,
            @NotNull @PositiveAmount Money amount)
            implements PaymentCommand, CrossChecked {

        @Override
        public Stream<Fault> crossFaults() {
            return CrossFaults.partOf(orderId, paymentId, "/paymentId");
        }
    }

    /** Money that came by hand: captured already. */
    @Named("payment.RecordManualPayment")
    record RecordManualPayment(
            @TargetAggregateIdentifier String paymentId,
            String orderId,
            @NotNull @PositiveAmount Money amount,
            @Reference @Nullable String reference,
            @Nullable Instant at)
            implements PaymentCommand, CrossChecked {

        @Override
        public Stream<Fault> crossFaults() {
            return CrossFaults.partOf(orderId, paymentId, "/paymentId");
        }
    }

    /**
     * Asks for authorised money. This and the next two are sent by the service itself, for the order that asks: each
     * ask of a payment has a number, the newest that the payment has heard is the last that it does, an older one
     * changes nothing, and each is answered by an event with its number, also if a rule forbids it.
     *
     * @param number of the order's ask of this payment, from 1
     */
    @Named("payment.CapturePayment")
    record CapturePayment(
            @TargetAggregateIdentifier String paymentId,
            @Min(1) int number,
            @NotNull @PositiveAmount Money amount) implements PaymentCommand {}

    /** Gives up all that is authorised and not captured. */
    @Named("payment.VoidPayment")
    record VoidPayment(
            @TargetAggregateIdentifier String paymentId,
            @Min(1) int number,
            @Note @Nullable String reason) implements PaymentCommand {}

    /**
     * Gives captured money back.
     *
     * @param at when people gave it back by hand; of money that a provider moves it means nothing
     */
    @Named("payment.RefundPayment")
    record RefundPayment(
            @TargetAggregateIdentifier String paymentId,
            @Min(1) int number,
            @NotNull @PositiveAmount Money amount,
            @Note @Nullable String reason,
            @Nullable Instant at)
            implements PaymentCommand {}

    /**
     * Has the provider asked what the payment has requested under {@code providerKey}. Sent by the service itself.
     * Where the request is settled, nothing happens.
     */
    @Named("payment.AskProvider")
    record AskProvider(
            @TargetAggregateIdentifier String paymentId,
            @NotBlank @Label String providerKey) implements PaymentCommand {}

    /**
     * What the provider said to the request of {@code providerKey}, as its answer, as the outcome of a look-up or as a
     * webhook (rule P6).
     *
     * @param provider who says so, of a webhook: it must be the payment's own; null if it is the worker that asked it
     * @param providerEventId of a webhook; the same one twice changes nothing
     * @param providerReference by which the provider knows the operation, if it succeeded (rule P5)
     * @param reason if it failed or the outcome is unknown
     */
    @Named("payment.RecordProviderAnswer")
    record RecordProviderAnswer(
            @TargetAggregateIdentifier String paymentId,
            @NotBlank @Label String providerKey,
            @NotNull Outcome outcome,
            @Nullable String provider,
            @InBody("eventId") @Label @Nullable String providerEventId,
            @Label @Nullable String providerReference,
            @Nullable String reason)
            implements PaymentCommand {}

    /** What became of a request to a provider. A time-out is UNKNOWN, never FAILED. */
    enum Outcome {
        SUCCEEDED,
        FAILED,
        UNKNOWN
    }

    /** No look-up brought an answer in all the time that was given to them: a person must know. */
    @Named("payment.ReportOutcomeOverdue")
    record ReportOutcomeOverdue(@TargetAggregateIdentifier String paymentId, String providerKey)
            implements PaymentCommand {}

    /**
     * The customer's bank took money back.
     *
     * @param provider who says so: it must be the payment's own
     * @param providerEventId the same one twice changes nothing
     */
    @Named("payment.RecordChargeback")
    record RecordChargeback(
            @TargetAggregateIdentifier String paymentId,
            String provider,
            @InBody("eventId") @NotBlank @Label String providerEventId,
            @NotNull @PositiveAmount Money amount,
            @Nullable String reason)
            implements PaymentCommand {}

    /**
     * The customer's bank gave back what it had taken back: the shop has won the dispute.
     *
     * @param provider who says so: it must be the payment's own
     * @param providerEventId the same one twice changes nothing
     * @param amount at most what is charged back
     */
    @Named("payment.RecordChargebackReversal")
    record RecordChargebackReversal(
            @TargetAggregateIdentifier String paymentId,
            String provider,
            @InBody("eventId") @NotBlank @Label String providerEventId,
            @NotNull @PositiveAmount Money amount)
            implements PaymentCommand {}

    /** Ends an authorisation that has expired; changes nothing if all of it is captured or given up. */
    @Named("payment.ExpireAuthorization")
    record ExpireAuthorization(@TargetAggregateIdentifier String paymentId) implements PaymentCommand {}
}
