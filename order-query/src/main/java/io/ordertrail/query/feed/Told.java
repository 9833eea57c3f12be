package io.ordertrail.query.feed;

import io.ordertrail.api.feed.ChangePage.Change;
import io.ordertrail.query.order.list.ListedOrder;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is told of an event, without what is personal in it.
 *
 * @param event its payload, with nothing personal; null if this release cannot read it
 * @param orderId the order that it is about; null if that is none
 * @param order of an order's own event, its row of the list after it
 */
record Told(
        String type,
        String subject,
        long version,
        Instant at,
        String summary,
        @Nullable Object event,
        @Nullable String orderId,
        @Nullable ListedOrder order) {

    Change change(long position, Place after, String words) {
        return new Change(
                after.text(),
                position,
                type,
                subject,
                version,
                at,
                words,
                orderId,
                order == null ? null : order.summary());
    }
}
