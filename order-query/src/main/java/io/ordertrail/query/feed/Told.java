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
 * @param before of an order's own event, its row of the list before it; null of its first one
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
        @Nullable ListedOrder before,
        @Nullable ListedOrder order) {

    /**
     * @param seen its type, as the reader may see it
     * @param words what the reader is told
     * @param listed whether the order is in the reader's list then; null where they follow none
     */
    Change change(long position, Place after, String seen, String words, @Nullable Boolean listed) {
        return new Change(
                after.text(),
                position,
                seen,
                subject,
                version,
                at,
                words,
                orderId,
                order == null ? null : order.summary(),
                listed);
    }
}
