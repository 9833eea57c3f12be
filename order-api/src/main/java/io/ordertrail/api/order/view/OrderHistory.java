package io.ordertrail.api.order.view;

import io.ordertrail.api.message.Named;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Events of an order, oldest first: who, when, why, and what it changed. What is not for the caller's eyes is left out,
 * so that a page may have fewer than were asked for.
 *
 * @param version of the order's last event
 * @param next where the next page begins; null on the last
 * @param prev where the page before ends; null on the first
 * @param end on the last page, where to go on later; null while there is a next one
 */
@Named("order.OrderHistory")
public record OrderHistory(
        String orderId,
        long version,
        List<Entry> entries,
        @Nullable String next,
        @Nullable String prev,
        @Nullable String end) {

    /**
     * One event.
     *
     * @param version its sequence number, from 0
     * @param type its stored name: {@code order.OrderShipped}
     * @param at when it happened
     * @param recordedAt when it was stored
     * @param actor who caused it
     * @param onBehalfOf of what a process did by itself, the person whose deed it follows from
     * @param reason why, if a reason was given
     * @param summary what changed, in words
     * @param data what changed, as data: the event itself
     */
    public record Entry(
            long version,
            String eventId,
            String type,
            Instant at,
            Instant recordedAt,
            String actor,
            List<String> roles,
            @Nullable String onBehalfOf,
            @Nullable String reason,
            String summary,
            Map<String, Object> data,
            @Nullable String correlationId,
            @Nullable String causationId,
            @Nullable String traceId) {}
}
