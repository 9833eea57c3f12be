package io.ordertrail.query.payment;

import io.ordertrail.api.payment.PaymentView;
import io.ordertrail.model.payment.PaymentFacts;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A payment as its events leave it: a row of the projection, without the words that are derived from it. */
record FoldedPayment(
        String id,
        String orderId,
        long version,
        String method,
        @Nullable String accountId,
        @Nullable String reference,
        PaymentFacts facts,
        @Nullable String reason,
        @Nullable Instant expiresAt,
        PaymentView.@Nullable OpenRequest open,
        List<PaymentView.Capture> captures,
        List<PaymentView.Refund> refunds,
        Instant createdAt,
        Instant updatedAt) {

    FoldedPayment at(PaymentFacts now, long newVersion, Instant recordedAt) {
        return new FoldedPayment(
                id,
                orderId,
                newVersion,
                method,
                accountId,
                reference,
                now,
                reason,
                expiresAt,
                open,
                captures,
                refunds,
                createdAt,
                recordedAt);
    }

    FoldedPayment open(PaymentView.@Nullable OpenRequest request) {
        return copy(reason, expiresAt, request, captures, refunds);
    }

    FoldedPayment declined(String why) {
        return copy(why, expiresAt, null, captures, refunds);
    }

    FoldedPayment promised(Instant until) {
        return copy(reason, until, null, captures, refunds);
    }

    FoldedPayment captured(List<PaymentView.Capture> all) {
        return copy(reason, expiresAt, null, all, refunds);
    }

    FoldedPayment refunds(PaymentView.@Nullable OpenRequest request, List<PaymentView.Refund> all) {
        return copy(reason, expiresAt, request, captures, all);
    }

    private FoldedPayment copy(
            @Nullable String why,
            @Nullable Instant until,
            PaymentView.@Nullable OpenRequest request,
            List<PaymentView.Capture> taken,
            List<PaymentView.Refund> givenBack) {
        return new FoldedPayment(
                id, orderId, version, method, accountId, reference, facts, why, until, request, taken, givenBack,
                createdAt, updatedAt);
    }
}
