package io.ordertrail.api.stock;

import io.ordertrail.api.message.Named;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list; {@code next} and {@code prev} are opaque cursors, null at either end; {@code end} is one behind the
 * last row, null while there is a next page. {@code unreadable} rows are left out.
 */
@Named("stock.ReservationPage")
public record ReservationPage(
        List<Reservation> items,
        @Nullable String next,
        @Nullable String prev,
        @Nullable String end,
        long unreadable) {

    /**
     * What is promised to a line of an order and has not left yet.
     *
     * @param reserved units that are there
     * @param backordered units that are not
     * @param number of the newest ask of the line
     * @param since when it was asked for first
     */
    public record Reservation(
            String orderId, String lineId, int number, long reserved, long backordered, Instant since) {}
}
