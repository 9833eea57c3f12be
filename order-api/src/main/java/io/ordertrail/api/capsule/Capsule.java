package io.ordertrail.api.capsule;

import io.ordertrail.api.message.Named;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An order, its payments, parcels and returns, and its part of the stock items and accounts that it touches. Personal
 * data is masked, the same text by the same mask.
 *
 * @param format the version of what a capsule is: {@link #FORMAT}
 * @param events in the order in which they were recorded; each stream from its first event on
 * @param rows what views show of exactly these events
 */
@Named("capsule.Capsule")
public record Capsule(int format, String orderId, List<Event> events, List<Row> rows) {

    public static final int FORMAT = 1;

    /**
     * An event.
     *
     * @param stream the type of its aggregate, such as {@code order}
     * @param id of its aggregate
     * @param version in the capsule's part of the stream, from 0 without a gap
     * @param type its name in the store
     * @param revision of the type
     */
    @Named("capsule.CapsuleEvent")
    public record Event(
            String stream,
            String id,
            long version,
            String type,
            @Nullable String revision,
            String eventId,
            Instant recordedAt,
            Map<String, String> metaData,
            Map<String, Object> payload) {}

    /** A row of a view. */
    @Named("capsule.CapsuleRow")
    public record Row(String view, String key, Map<String, Object> row) {}
}
