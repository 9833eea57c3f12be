package io.ordertrail.query.order.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of order-history: one event.
 *
 * @param roles separated by commas, as they came with the event
 * @param data the event as JSON
 * @param at business time, in the microseconds that databases keep
 */
record HistoryRow(
        String orderId,
        long version,
        String eventId,
        String type,
        Instant at,
        Instant recordedAt,
        String actor,
        String roles,
        @Nullable String onBehalfOf,
        @Nullable String reason,
        String summary,
        String data,
        @Nullable String correlationId,
        @Nullable String causationId,
        @Nullable String traceId) {}
