package io.ordertrail.command.payment;

import io.ordertrail.api.payment.PaymentEvent;
import io.ordertrail.api.payment.PaymentEvent.PaymentAuthorized;
import io.ordertrail.api.payment.PaymentEvent.PaymentCaptureFailed;
import io.ordertrail.api.payment.PaymentEvent.PaymentCaptured;
import io.ordertrail.api.payment.PaymentEvent.PaymentDeclined;
import io.ordertrail.api.payment.PaymentEvent.PaymentExpired;
import io.ordertrail.api.payment.PaymentEvent.PaymentRefunded;
import io.ordertrail.api.payment.PaymentEvent.PaymentVoidFailed;
import io.ordertrail.api.payment.PaymentEvent.PaymentVoided;
import io.ordertrail.api.payment.PaymentEvent.RefundFailed;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a provider's answer to the open request makes of it. */
record Settlement(String paymentId, String orderId, OpenRequest request, Instant at) {

    private static final String NO_REASON = "The provider gave no reason.";

    PaymentEvent succeeded(@Nullable String reference, AuthorizationPeriod period) {
        return switch (request.operation()) {
            case AUTHORIZE ->
                new PaymentAuthorized(
                        paymentId, orderId, request.key(), reference, request.amount(), period.endOf(at), at);
            case CAPTURE ->
                new PaymentCaptured(
                        paymentId, orderId, request.key(), reference, request.amount(), request.shipmentId(), at);
            case VOID -> request.expiry() ? expired() : new PaymentVoided(paymentId, orderId, request.amount(), at);
            case REFUND -> new PaymentRefunded(paymentId, orderId, refundId(), reference, request.amount(), at);
            case UNKNOWN -> throw unknown();
        };
    }

    PaymentEvent failed(@Nullable String told) {
        String reason = told == null ? NO_REASON : told;
        return switch (request.operation()) {
            case AUTHORIZE -> new PaymentDeclined(paymentId, orderId, request.key(), request.amount(), reason, at);
            case CAPTURE ->
                new PaymentCaptureFailed(
                        paymentId, orderId, request.key(), request.amount(), request.shipmentId(), reason, at);
            // Its time is over, whether the provider still knows of it or not.
            case VOID ->
                request.expiry()
                        ? expired()
                        : new PaymentVoidFailed(paymentId, orderId, request.key(), request.amount(), reason, at);
            case REFUND -> new RefundFailed(paymentId, orderId, refundId(), request.amount(), reason, at);
            case UNKNOWN -> throw unknown();
        };
    }

    private IllegalStateException unknown() {
        return new IllegalStateException("This release does not know what " + request.key() + " asked for");
    }

    private PaymentEvent expired() {
        return new PaymentExpired(paymentId, orderId, request.amount(), at);
    }

    private String refundId() {
        return Objects.requireNonNull(request.refundId(), "Every refund has a name");
    }
}
