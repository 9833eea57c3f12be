package io.ordertrail.api.order.view;

import io.ordertrail.api.message.Named;
import io.ordertrail.api.personal.PersonalData;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What happened to an order and to all that belongs to it (its payments, reservations, parcels and returns, and the
 * processes that serve them), each event after what it follows from: who, when, why, and what it changed. What is not
 * for the caller's eyes is left out, so that a page may have fewer than were asked for.
 *
 * @param version of the order's last event
 * @param upcoming what is still to come, the earliest first
 * @param next where the next page begins; null on the last
 * @param prev where the page before ends; null on the first
 * @param end on the last page, where to go on later; null while there is a next one
 */
@Named("order.OrderHistory")
public record OrderHistory(
        String orderId,
        long version,
        List<Entry> entries,
        List<Upcoming> upcoming,
        @Nullable String next,
        @Nullable String prev,
        @Nullable String end) {

    /**
     * One event.
     *
     * @param subject id of the order, payment, parcel, return or stock item that it is an event of; of an event of a
     *     process, that it is about
     * @param version its sequence number among the events of its subject, from 0; null of an event of a process
     * @param type its stored name: {@code order.OrderShipped}
     * @param at when it happened
     * @param recordedAt when it was stored
     * @param actor who caused it
     * @param onBehalfOf of what a process did by itself, the person whose deed it follows from
     * @param reason why, if a reason was given
     * @param summary what changed, in words
     * @param data what changed, as data: the event itself
     * @param causationId the command that it is an event of
     * @param causingEvent of what a process did by itself, the event to which it reacted
     */
    public record Entry(
            String subject,
            @Nullable Long version,
            String eventId,
            String type,
            Instant at,
            Instant recordedAt,
            String actor,
            List<String> roles,
            @Nullable String onBehalfOf,
            @PersonalData @Nullable String reason,
            @PersonalData String summary,
            Map<String, Object> data,
            @Nullable String correlationId,
            @Nullable String causationId,
            @Nullable String causingEvent,
            @Nullable String traceId) {}

    /**
     * What happens if nothing else does, or what is awaited.
     *
     * @param subject id of the order, payment, parcel, return or line that it is about
     * @param at when; of what is awaited without an end, null
     * @param summary what will happen, or what is awaited, in words
     */
    public record Upcoming(String subject, @Nullable Instant at, String summary) {}
}
