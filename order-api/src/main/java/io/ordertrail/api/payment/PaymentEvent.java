package io.ordertrail.api.payment;

import io.ordertrail.api.Named;
import java.time.Instant;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a payment. Stored for ever. {@code providerKey} is {@code paymentId:operation:n}: it is stored in the
 * Requested event before the provider is called, so that a repeated call is the same call (rule P4).
 */
public sealed interface PaymentEvent {

    String paymentId();

    String orderId();

    Instant at();

    @Named("payment.PaymentInitiated")
    record PaymentInitiated(
            String paymentId,
            String orderId,
            PaymentChoice choice,
            Money amount,
            boolean captureAtOnce,
            @Nullable String reference,
            Instant at)
            implements PaymentEvent {}

    @Named("payment.PaymentAuthorizationRequested")
    record PaymentAuthorizationRequested(String paymentId, String orderId, String providerKey, Money amount, Instant at)
            implements PaymentEvent {}

    /** @param expiresAt when the promise ends unless it is captured */
    @Named("payment.PaymentAuthorized")
    record PaymentAuthorized(
            String paymentId,
            String orderId,
            String providerKey,
            @Nullable String providerReference,
            Money amount,
            Instant expiresAt,
            Instant at)
            implements PaymentEvent {}

    @Named("payment.PaymentDeclined")
    record PaymentDeclined(
            String paymentId, String orderId, String providerKey, Money amount, String reason, Instant at)
            implements PaymentEvent {}

    @Named("payment.PaymentCaptureRequested")
    record PaymentCaptureRequested(
            String paymentId,
            String orderId,
            String providerKey,
            Money amount,
            @Nullable String shipmentId,
            Instant at) implements PaymentEvent {}

    /** {@code providerKey} is null for money that came another way. */
    @Named("payment.PaymentCaptured")
    record PaymentCaptured(
            String paymentId,
            String orderId,
            @Nullable String providerKey,
            @Nullable String providerReference,
            Money amount,
            @Nullable String shipmentId,
            Instant at)
            implements PaymentEvent {}

    /** The provider refused to capture what it had authorised. */
    @Named("payment.PaymentCaptureFailed")
    record PaymentCaptureFailed(
            String paymentId,
            String orderId,
            String providerKey,
            Money amount,
            @Nullable String shipmentId,
            String reason,
            Instant at)
            implements PaymentEvent {}

    /** @param expiry whether it is given up because its time is over; {@link PaymentExpired} follows, not a void */
    @Named("payment.PaymentVoidRequested")
    record PaymentVoidRequested(
            String paymentId,
            String orderId,
            String providerKey,
            Money amount,
            @Nullable String reason,
            boolean expiry,
            Instant at)
            implements PaymentEvent {}

    @Named("payment.PaymentVoided")
    record PaymentVoided(String paymentId, String orderId, Money amount, Instant at) implements PaymentEvent {}

    /** The provider would not give up an authorisation; it ends by itself at the latest. */
    @Named("payment.PaymentVoidFailed")
    record PaymentVoidFailed(
            String paymentId, String orderId, String providerKey, Money amount, String reason, Instant at)
            implements PaymentEvent {}

    /** What was authorised and not captured can no longer be had. */
    @Named("payment.PaymentExpired")
    record PaymentExpired(String paymentId, String orderId, Money amount, Instant at) implements PaymentEvent {}

    @Named("payment.RefundRequested")
    record RefundRequested(
            String paymentId,
            String orderId,
            String refundId,
            String providerKey,
            Money amount,
            @Nullable String reason,
            Instant at)
            implements PaymentEvent {}

    @Named("payment.PaymentRefunded")
    record PaymentRefunded(
            String paymentId,
            String orderId,
            String refundId,
            @Nullable String providerReference,
            Money amount,
            Instant at)
            implements PaymentEvent {}

    @Named("payment.RefundFailed")
    record RefundFailed(String paymentId, String orderId, String refundId, Money amount, String reason, Instant at)
            implements PaymentEvent {}

    @Named("payment.ChargebackReceived")
    record ChargebackReceived(
            String paymentId,
            String orderId,
            String providerEventId,
            Money amount,
            @Nullable String reason,
            Instant at) implements PaymentEvent {}

    /** Nobody knows yet whether the provider did it; it is looked up again and again. */
    @Named("payment.PaymentOutcomeUnknown")
    record PaymentOutcomeUnknown(
            String paymentId,
            String orderId,
            PaymentOperation operation,
            String providerKey,
            @Nullable String reason,
            Instant at)
            implements PaymentEvent {}

    /** All look-ups that were planned brought no answer. It is looked up further, but a person must know. */
    @Named("payment.PaymentOutcomeOverdue")
    record PaymentOutcomeOverdue(
            String paymentId, String orderId, PaymentOperation operation, String providerKey, Instant at)
            implements PaymentEvent {}

    /** What was overdue is known at last; the next event says what it is. */
    @Named("payment.PaymentOutcomeKnown")
    record PaymentOutcomeKnown(
            String paymentId, String orderId, PaymentOperation operation, String providerKey, Instant at)
            implements PaymentEvent {}
}
