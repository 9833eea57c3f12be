package io.ordertrail.api.payment;

import io.ordertrail.api.message.DatedEvent;
import io.ordertrail.api.message.Named;
import io.ordertrail.api.message.Sentence;
import io.ordertrail.api.personal.DataSubject;
import io.ordertrail.api.personal.PersonalData;
import java.time.Instant;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Events of a payment. Stored for ever. {@code providerKey} is {@code paymentId:operation:n}, where n is the number of
 * the order's ask, 1 for the authorisation and 0 for what the payment gives up by itself: it is stored in the Requested
 * event before the provider is called, so that a repeated call is the same call (rule P4).
 */
public sealed interface PaymentEvent extends DatedEvent {

    String paymentId();

    @DataSubject(byOwner = true)
    String orderId();

    /** {@code customerId} is null for money that came another way. */
    @Named("payment.PaymentInitiated")
    @Sentence("A payment of {amount} was begun[, reference {reference}]")
    record PaymentInitiated(
            String paymentId,
            String orderId,
            @Nullable String customerId,
            PaymentChoice choice,
            Money amount,
            @PersonalData @Nullable String reference,
            Instant at)
            implements PaymentEvent {}

    @Named("payment.PaymentAuthorizationRequested")
    @Sentence("The provider was asked to promise {amount}")
    record PaymentAuthorizationRequested(String paymentId, String orderId, String providerKey, Money amount, Instant at)
            implements PaymentEvent {}

    /**
     * @param method how it is paid, as in the payment's first event; every event that its order needs has it
     * @param expiresAt when the promise ends unless it is captured
     */
    @Named("payment.PaymentAuthorized")
    @Sentence("{method} promises {amount} until {expiresAt}")
    record PaymentAuthorized(
            String paymentId,
            String orderId,
            String method,
            String providerKey,
            @Nullable String providerReference,
            Money amount,
            Instant expiresAt,
            Instant at)
            implements PaymentEvent {}

    @Named("payment.PaymentDeclined")
    @Sentence("{method} declined {amount}: {reason}")
    record PaymentDeclined(
            String paymentId,
            String orderId,
            String method,
            String providerKey,
            Money amount,
            @PersonalData String reason,
            Instant at)
            implements PaymentEvent {}

    /** {@code number} is of the order's ask, here and in what answers it. */
    @Named("payment.PaymentCaptureRequested")
    @Sentence("The provider was asked for {amount} (ask {number})")
    record PaymentCaptureRequested(
            String paymentId, String orderId, int number, String providerKey, Money amount, Instant at)
            implements PaymentEvent {}

    /**
     * {@code number} and {@code providerKey} are null for money that came another way.
     *
     * @param left what is still authorised and not captured
     */
    @Named("payment.PaymentCaptured")
    @Sentence("{amount} came by {method}[ (ask {number})], {left} is still promised")
    record PaymentCaptured(
            String paymentId,
            String orderId,
            String method,
            @Nullable Integer number,
            @Nullable String providerKey,
            @Nullable String providerReference,
            Money amount,
            Money left,
            Instant at)
            implements PaymentEvent {}

    /** The provider, or a rule, refused to capture; {@code providerKey} is null if the provider was not asked. */
    @Named("payment.PaymentCaptureFailed")
    @Sentence("{amount} did not come (ask {number}): {reason}")
    record PaymentCaptureFailed(
            String paymentId,
            String orderId,
            int number,
            @Nullable String providerKey,
            Money amount,
            @PersonalData String reason,
            Instant at)
            implements PaymentEvent {}

    /**
     * @param number null if the payment gives it up by itself, because its time is over: {@link PaymentExpired}
     *     follows, not a void
     */
    @Named("payment.PaymentVoidRequested")
    @Sentence("The provider was asked to give up the promise of {amount}[ (ask {number})][: {reason}]")
    record PaymentVoidRequested(
            String paymentId,
            String orderId,
            @Nullable Integer number,
            String providerKey,
            Money amount,
            @PersonalData @Nullable String reason,
            Instant at)
            implements PaymentEvent {}

    /** {@code amount} is zero if nothing was left to give up. */
    @Named("payment.PaymentVoided")
    @Sentence("The promise of {amount} was given up (ask {number})")
    record PaymentVoided(String paymentId, String orderId, String method, int number, Money amount, Instant at)
            implements PaymentEvent {}

    /** The provider would not give up an authorisation; it ends by itself at the latest. */
    @Named("payment.PaymentVoidFailed")
    @Sentence("The provider did not give up the promise of {amount} (ask {number}): {reason}")
    record PaymentVoidFailed(
            String paymentId,
            String orderId,
            int number,
            String providerKey,
            Money amount,
            @PersonalData String reason,
            Instant at)
            implements PaymentEvent {}

    /** What was authorised and not captured can no longer be had. */
    @Named("payment.PaymentExpired")
    @Sentence("The promise of {amount} ended by itself")
    record PaymentExpired(String paymentId, String orderId, String method, Money amount, Instant at)
            implements PaymentEvent {}

    @Named("payment.RefundRequested")
    @Sentence("The provider was asked to give back {amount} (ask {number})[: {reason}]")
    record RefundRequested(
            String paymentId,
            String orderId,
            int number,
            String providerKey,
            Money amount,
            @PersonalData @Nullable String reason,
            Instant at)
            implements PaymentEvent {}

    @Named("payment.PaymentRefunded")
    @Sentence("{amount} went back (ask {number})")
    record PaymentRefunded(
            String paymentId,
            String orderId,
            int number,
            @Nullable String providerReference,
            Money amount,
            Instant at) implements PaymentEvent {}

    /** The provider, or a rule, refused; {@code providerKey} is null if the provider was not asked. */
    @Named("payment.RefundFailed")
    @Sentence("{amount} did not go back (ask {number}): {reason}")
    record RefundFailed(
            String paymentId,
            String orderId,
            int number,
            @Nullable String providerKey,
            Money amount,
            @PersonalData String reason,
            Instant at)
            implements PaymentEvent {}

    @Named("payment.ChargebackReceived")
    @Sentence("The bank took back {amount}[: {reason}]")
    record ChargebackReceived(
            String paymentId,
            String orderId,
            String providerEventId,
            Money amount,
            @PersonalData @Nullable String reason,
            Instant at)
            implements PaymentEvent {}

    /** The bank gave back what it had taken back. */
    @Named("payment.ChargebackReversed")
    @Sentence("The bank gave back again {amount}")
    record ChargebackReversed(String paymentId, String orderId, String providerEventId, Money amount, Instant at)
            implements PaymentEvent {}

    /**
     * The provider says something else of a request than it said before: a success after a failure, or a failure after
     * a success. What was first said stands, and a person must know. Once for each request and outcome.
     *
     * @param succeeded what it says now
     */
    @Named("payment.PaymentOutcomeContradicted")
    @Sentence("The provider now says something else of the {operation} of {amount} than before")
    record PaymentOutcomeContradicted(
            String paymentId,
            String orderId,
            PaymentOperation operation,
            String providerKey,
            boolean succeeded,
            @Nullable String providerReference,
            Money amount,
            Instant at)
            implements PaymentEvent {}

    /** The outcome of the request is unknown; it is looked up again and again. */
    @Named("payment.PaymentOutcomeUnknown")
    @Sentence("Whether the {operation} was done is unknown; it is looked up[: {reason}]")
    record PaymentOutcomeUnknown(
            String paymentId,
            String orderId,
            PaymentOperation operation,
            String providerKey,
            @PersonalData @Nullable String reason,
            Instant at)
            implements PaymentEvent {}

    /** All look-ups that were planned brought no answer. It is looked up further, but a person must know. */
    @Named("payment.PaymentOutcomeOverdue")
    @Sentence("Whether the {operation} was done is still unknown; somebody must look")
    record PaymentOutcomeOverdue(
            String paymentId, String orderId, PaymentOperation operation, String providerKey, Instant at)
            implements PaymentEvent {}

    /** What was overdue is known at last; the next event says what it is. */
    @Named("payment.PaymentOutcomeKnown")
    @Sentence("Whether the {operation} was done is known now")
    record PaymentOutcomeKnown(
            String paymentId, String orderId, PaymentOperation operation, String providerKey, Instant at)
            implements PaymentEvent {}
}
