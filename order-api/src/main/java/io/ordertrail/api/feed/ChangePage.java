package io.ordertrail.api.feed;

import io.ordertrail.api.message.Named;
import io.ordertrail.api.order.view.OrderSummary;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened after a place in the event store, in the order in which it could be seen.
 *
 * @param after where it ends: all that the caller may see up to there is in it, or was before
 * @param more whether there may be more already
 */
@Named("event.ChangePage")
public record ChangePage(List<Change> items, String after, boolean more) {

    /**
     * One event, without what is personal in it.
     *
     * @param after the place right behind it
     * @param position its own place; that of an event which was committed late is before others that were told earlier
     * @param type its stored name: {@code order.OrderShipped}; {@link #HIDDEN} of what the caller may not see, where an
     *     order has come into their list or left it by it
     * @param subject id of what it happened to
     * @param version of the subject after it
     * @param at when it was recorded
     * @param summary what happened, in words
     * @param orderId the order that it is about; null if that is none
     * @param order of an order's own event, its row of the list right after it; null of others
     * @param listed whether the order is in the list that is followed after it; null where no list is
     */
    public record Change(
            String after,
            long position,
            String type,
            String subject,
            long version,
            Instant at,
            String summary,
            @Nullable String orderId,
            @Nullable OrderSummary order,
            @Nullable Boolean listed) {

        /** What of an order is told to its customer of an event that is the shop's own matter. */
        public static final String HIDDEN = "order.Changed";
    }
}
