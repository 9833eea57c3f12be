package io.ordertrail.model.stock;

import io.ordertrail.api.stock.StockEvent.BackorderFilled;
import io.ordertrail.api.stock.StockEvent.ReservationSet;
import io.ordertrail.api.stock.StockEvent.StockDispatched;
import org.jspecify.annotations.Nullable;

/**
 * What is kept for a line of an order.
 *
 * @param number the highest one that an ask of the line had; 0 before there is one
 * @param reserved units that are there
 * @param backordered units that it waits for
 * @param left units of it that have left, as far as the item has seen or was told
 * @param waitingSince version of the event by which it began to wait for units; null where it does not
 */
public record Reservation(
        LineId line,
        int number,
        long reserved,
        long backordered,
        long left,
        @Nullable Long waitingSince) {

    public static Reservation none(LineId line) {
        return new Reservation(line, 0, 0, 0, 0, null);
    }

    /** All that is kept for the line, be it there or not. */
    public long kept() {
        return reserved + backordered;
    }

    /**
     * A line that waits already keeps its place in the queue. An answer to an older ask leaves the newest one the
     * newest.
     */
    public Reservation after(ReservationSet event, long version) {
        return new Reservation(
                line,
                Math.max(number, event.number()),
                event.reserved(),
                event.backordered(),
                event.left(),
                since(event.backordered(), version));
    }

    public Reservation after(BackorderFilled event) {
        return new Reservation(
                line,
                number,
                event.reserved(),
                event.backordered(),
                event.left(),
                since(event.backordered(), waitingSince));
    }

    public Reservation after(StockDispatched event) {
        long missing = backordered - event.backordered();
        return new Reservation(
                line,
                number,
                reserved - event.reserved(),
                missing,
                left + event.quantity(),
                since(missing, waitingSince));
    }

    private @Nullable Long since(long missing, @Nullable Long version) {
        if (missing == 0) {
            return null;
        }
        return waitingSince == null ? version : waitingSince;
    }
}
