package io.ordertrail.query.stock;

import io.ordertrail.api.stock.Promise;
import io.ordertrail.api.stock.ReservationPage.Reservation;
import io.ordertrail.api.stock.StockItemId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is, or was, promised to a line of an order.
 *
 * @param number of the newest ask of the line
 * @param since version of the event of its ask
 * @param version of the last event that changed it
 * @param events versions of all events of the item that are about it, the oldest first
 */
record ReservationRow(
        String itemId,
        String orderId,
        String lineId,
        int number,
        long reserved,
        long backordered,
        Instant sinceAt,
        long since,
        long version,
        List<Long> events) {

    static String id(String itemId, String orderId, String lineId) {
        return itemId + "/" + orderId + "/" + lineId;
    }

    /** Whether {@code id} is that of a line of the order. */
    static boolean isOf(String orderId, String itemId, String id) {
        return id.startsWith(id(itemId, orderId, ""));
    }

    String id() {
        return id(itemId, orderId, lineId);
    }

    boolean open() {
        return reserved + backordered > 0;
    }

    /** What the item keeps from now on. An answer to an older ask leaves the newest one the newest. */
    ReservationRow keeps(int ask, long units, long missing, long now) {
        return new ReservationRow(
                itemId, orderId, lineId, Math.max(number, ask), units, missing, sinceAt, since, now, and(now));
    }

    /** One more event is about it, which changes nothing that is promised. */
    ReservationRow knows(long event) {
        return new ReservationRow(
                itemId, orderId, lineId, number, reserved, backordered, sinceAt, since, event, and(event));
    }

    List<Long> and(long event) {
        return Stream.concat(events.stream(), Stream.of(event)).toList();
    }

    Promise promise() {
        return new Promise(StockItemId.skuOf(itemId), orderId, lineId, number, reserved, backordered, sinceAt);
    }

    Reservation view() {
        return new Reservation(orderId, lineId, number, reserved, backordered, sinceAt);
    }
}
