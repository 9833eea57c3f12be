package io.ordertrail.app.live;

import io.ordertrail.api.feed.FeedQuery.FollowOrders;
import io.ordertrail.api.feed.FeedQuery.Span;
import io.ordertrail.app.order.listing.OrderFilters;

/** Which list is followed. */
record OrderStreamRequest(OrderFilters filters, StreamRequest stream) {

    FollowOrders query(Span span) {
        return new FollowOrders(filters.filter(), span);
    }
}
