package io.ordertrail.app.live;

import io.ordertrail.api.feed.FeedQuery.FollowOrders;
import io.ordertrail.api.feed.FeedQuery.Span;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.joda.money.CurrencyUnit;

/** Which orders are meant. */
record OrderStreamRequest(
        List<String> customerId,

        @Schema(description = "The channel that was given when the order was placed")
        List<String> channel,

        @Schema(description = "The whole number of the order")
        List<String> number,

        @Schema(description = "The shop's own whole number") List<String> externalRef,

        List<CurrencyUnit> currency,
        StreamRequest stream) {

    FollowOrders query(Span span) {
        return new FollowOrders(customerId, channel, number, externalRef, currency, span);
    }
}
