package io.ordertrail.app.order.guest;

import io.ordertrail.api.order.view.OrderQuery.LinkOrder;
import io.ordertrail.app.http.openapi.Becomes;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A link that is asked for. */
@Becomes(LinkOrder.class)
record LinkRequest(
        @Schema(description = "How many days it is good for; default: 30") @Nullable
        Integer days) {}
