package io.ordertrail.query.payment;

import io.ordertrail.api.payment.PaymentView;
import io.ordertrail.api.personal.PersonalData;
import io.ordertrail.model.payment.PaymentFacts;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A payment as its events leave it: a row of the projection, without the words that are derived from it. */
@RecordBuilder
record FoldedPayment(
        String id,
        String orderId,
        long version,
        String method,
        @Nullable String accountId,
        @PersonalData @Nullable String reference,
        PaymentFacts facts,
        @PersonalData @Nullable String reason,
        @Nullable Instant expiresAt,
        PaymentView.@Nullable OpenRequest open,
        List<PaymentView.Capture> captures,
        List<PaymentView.Refund> refunds,
        Instant createdAt,
        Instant updatedAt)
        implements FoldedPaymentBuilder.With {}
