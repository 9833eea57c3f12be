package io.ordertrail.model.order;

import io.ordertrail.api.order.OrderCourseEvent.OrderCreated;
import io.ordertrail.api.order.value.PaymentTerms;
import java.time.Instant;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * What an order was placed with and keeps for ever.
 *
 * @param metadata what the shop keeps with the order for itself
 * @param at business time of the placing
 */
public record Placement(
        String orderId,
        String number,
        @Nullable String externalRef,
        String channel,
        String customerId,
        CurrencyUnit currency,
        PaymentTerms paymentTerms,
        Map<String, String> metadata,
        Instant at) {

    static Placement of(OrderCreated order) {
        return new Placement(
                order.orderId(),
                order.number(),
                order.externalRef(),
                order.channel(),
                order.customerId(),
                order.currency(),
                order.paymentTerms(),
                order.metadata(),
                order.at());
    }
}
