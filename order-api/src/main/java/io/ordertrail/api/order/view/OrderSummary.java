package io.ordertrail.api.order.view;

import io.ordertrail.api.order.OrderLifecycle;
import io.ordertrail.api.order.status.DisplayStatus;
import io.ordertrail.api.order.status.FulfilmentStatus;
import io.ordertrail.api.order.status.PaymentStatus;
import io.ordertrail.api.order.status.ReturnStatus;
import java.time.Instant;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An item of a list of orders. {@code createdAt} is business time, {@code updatedAt} when the last event was recorded.
 */
public record OrderSummary(
        String id,
        String number,
        @Nullable String externalRef,
        String customerId,
        String channel,
        OrderLifecycle status,
        PaymentStatus paymentStatus,
        FulfilmentStatus fulfilmentStatus,
        ReturnStatus returnStatus,
        DisplayStatus displayStatus,
        boolean onHold,
        String currency,
        Money grandTotal,
        int lineCount,
        long version,
        Instant createdAt,
        Instant updatedAt) {}
