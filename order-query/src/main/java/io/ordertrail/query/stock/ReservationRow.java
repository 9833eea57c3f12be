package io.ordertrail.query.stock;

import io.ordertrail.api.stock.ReservationPage.Reservation;
import java.time.Instant;

/**
 * What is, or was, promised to a line of an order.
 *
 * @param since version of the event that asked for it
 * @param version of the last event that changed it
 */
record ReservationRow(
        String itemId,
        String orderId,
        String lineId,
        long reserved,
        long backordered,
        boolean confirmed,
        Instant until,
        Instant sinceAt,
        long since,
        long version) {

    static String id(String itemId, String orderId, String lineId) {
        return itemId + "/" + orderId + "/" + lineId;
    }

    static ReservationRow begun(String itemId, String orderId, String lineId, Instant until, Instant at, long version) {
        return new ReservationRow(itemId, orderId, lineId, 0, 0, false, until, at, version, version);
    }

    String id() {
        return id(itemId, orderId, lineId);
    }

    boolean open() {
        return reserved + backordered > 0;
    }

    ReservationRow plus(long moreReserved, long moreBackordered, Instant other, long now) {
        return new ReservationRow(
                itemId,
                orderId,
                lineId,
                reserved + moreReserved,
                backordered + moreBackordered,
                confirmed,
                other.isAfter(until) ? other : until,
                sinceAt,
                since,
                now);
    }

    ReservationRow minus(long fromReserved, long fromBackordered, long now) {
        return plus(-fromReserved, -fromBackordered, until, now);
    }

    ReservationRow confirm(long now) {
        return new ReservationRow(itemId, orderId, lineId, reserved, backordered, true, until, sinceAt, since, now);
    }

    Reservation view() {
        return new Reservation(orderId, lineId, reserved, backordered, confirmed, until, sinceAt);
    }
}
