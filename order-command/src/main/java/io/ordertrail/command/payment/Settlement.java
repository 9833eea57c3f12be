package io.ordertrail.command.payment;

import io.ordertrail.api.payment.PaymentCommand.Outcome;
import io.ordertrail.api.payment.PaymentCommand.RecordProviderAnswer;
import io.ordertrail.api.payment.PaymentEvent;
import io.ordertrail.api.payment.PaymentEvent.PaymentAuthorized;
import io.ordertrail.api.payment.PaymentEvent.PaymentCaptureFailed;
import io.ordertrail.api.payment.PaymentEvent.PaymentCaptured;
import io.ordertrail.api.payment.PaymentEvent.PaymentDeclined;
import io.ordertrail.api.payment.PaymentEvent.PaymentExpired;
import io.ordertrail.api.payment.PaymentEvent.PaymentOutcomeContradicted;
import io.ordertrail.api.payment.PaymentEvent.PaymentOutcomeKnown;
import io.ordertrail.api.payment.PaymentEvent.PaymentOutcomeUnknown;
import io.ordertrail.api.payment.PaymentEvent.PaymentRefunded;
import io.ordertrail.api.payment.PaymentEvent.PaymentVoidFailed;
import io.ordertrail.api.payment.PaymentEvent.PaymentVoided;
import io.ordertrail.api.payment.PaymentEvent.RefundFailed;
import io.ordertrail.command.payment.provider.Reason;
import io.ordertrail.model.payment.OpenRequest;
import io.ordertrail.model.payment.PaymentState;
import io.ordertrail.model.payment.Settled;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a provider's answer means. Rules P3 and P6: only the open request can be answered, and that once. What comes
 * late or again changes nothing; where it is against what is known, it is told once.
 */
record Settlement(String paymentId, PaymentState state, AuthorizationPeriod period, Instant at) {

    /** @param answer to a request that was made */
    List<PaymentEvent> by(RecordProviderAnswer answer) {
        OpenRequest open = state.open();
        if (open == null || !state.awaits(answer.providerKey())) {
            return late(answer, Objects.requireNonNull(state.settled().get(answer.providerKey())));
        }
        if (answer.outcome() == Outcome.UNKNOWN) {
            return open.unknown() ? List.of() : List.of(unknown(open, answer.reason()));
        }
        PaymentEvent settled = answer.outcome() == Outcome.SUCCEEDED
                ? succeeded(open, answer.providerReference())
                : failed(open, Reason.of(answer.reason()));
        return open.overdue() ? List.of(known(open), settled) : List.of(settled);
    }

    private List<PaymentEvent> late(RecordProviderAnswer answer, Settled request) {
        boolean success = answer.outcome() == Outcome.SUCCEEDED;
        if (answer.outcome() == Outcome.UNKNOWN || !request.isContradictedBy(success)) {
            return List.of();
        }
        return List.of(new PaymentOutcomeContradicted(
                paymentId,
                orderId(),
                request.operation(),
                answer.providerKey(),
                success,
                answer.providerReference(),
                request.amount(),
                at));
    }

    private PaymentEvent succeeded(OpenRequest open, @Nullable String reference) {
        return switch (open.operation()) {
            case AUTHORIZE ->
                new PaymentAuthorized(
                        paymentId, orderId(), method(), open.key(), reference, open.amount(), period.endOf(at), at);
            case CAPTURE ->
                new PaymentCaptured(
                        paymentId,
                        orderId(),
                        method(),
                        open.number(),
                        open.key(),
                        reference,
                        open.amount(),
                        state.facts().outstanding().minus(open.amount()),
                        at);
            case VOID ->
                open.isExpiry()
                        ? expired(open)
                        : new PaymentVoided(paymentId, orderId(), method(), number(open), open.amount(), at);
            case REFUND ->
                new PaymentRefunded(
                        paymentId,
                        orderId(),
                        number(open),
                        reference,
                        open.amount(),
                        state.isByHand() ? open.at() : at);
            case UNKNOWN -> throw unknown();
        };
    }

    private PaymentEvent failed(OpenRequest open, String reason) {
        return switch (open.operation()) {
            case AUTHORIZE ->
                new PaymentDeclined(paymentId, orderId(), method(), open.key(), open.amount(), reason, at);
            case CAPTURE ->
                new PaymentCaptureFailed(paymentId, orderId(), number(open), open.key(), open.amount(), reason, at);
            // Its time is over, whether the provider still knows of it or not.
            case VOID ->
                open.isExpiry()
                        ? expired(open)
                        : new PaymentVoidFailed(
                                paymentId, orderId(), number(open), open.key(), open.amount(), reason, at);
            case REFUND -> new RefundFailed(paymentId, orderId(), number(open), open.key(), open.amount(), reason, at);
            case UNKNOWN -> throw unknown();
        };
    }

    private IllegalStateException unknown() {
        return new IllegalStateException("This release does not know what was asked of " + paymentId);
    }

    private PaymentEvent unknown(OpenRequest open, @Nullable String reason) {
        return new PaymentOutcomeUnknown(
                paymentId, orderId(), open.operation(), open.key(), Reason.ofOptional(reason), at);
    }

    private PaymentEvent known(OpenRequest open) {
        return new PaymentOutcomeKnown(paymentId, orderId(), open.operation(), open.key(), at);
    }

    private PaymentEvent expired(OpenRequest open) {
        return new PaymentExpired(paymentId, orderId(), method(), open.amount(), at);
    }

    private String orderId() {
        return state.orderId();
    }

    private String method() {
        return state.method();
    }

    private static int number(OpenRequest open) {
        return Objects.requireNonNull(open.number(), "An order's ask has a number");
    }
}
