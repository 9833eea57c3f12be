package io.ordertrail.app.order.placing;

import io.ordertrail.api.order.value.PaymentTerms;
import io.ordertrail.api.order.view.OrderQuery;
import io.ordertrail.app.http.input.Amount;
import io.ordertrail.app.http.openapi.Becomes;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of a request for a price: the order as it would be placed; only the goods are required. */
@Becomes(OrderQuery.QuoteOrder.class)
record PriceOrder(
        @Nullable String customerId,
        String currency,
        @Nullable PaymentTerms paymentTerms,
        @Nullable String channel,
        @Nullable String externalRef,
        List<PlaceOrder.Line> lines,
        PlaceOrder.@Nullable ShippingChoice shipping,

        @Schema(description = "Taken off all lines together, in addition to the discount of each line") @Nullable
        Amount discount,

        @Schema(description = "If given, another total is refused, as when the order is placed") @Nullable
        Amount expectedTotal,

        PlaceOrder.@Nullable Address shippingAddress,
        PlaceOrder.@Nullable Address billingAddress,
        PlaceOrder.@Nullable Payment payment,
        @Nullable Map<String, String> metadata,
        @Nullable Instant at) {}
