package io.ordertrail.command.verification;

import io.ordertrail.api.stock.StockEvent;
import io.ordertrail.api.stock.StockEvent.BackorderFilled;
import io.ordertrail.api.stock.StockEvent.ReservationSet;
import io.ordertrail.api.stock.StockEvent.StockDispatched;
import java.util.HashMap;
import java.util.Map;

/** What stock keeps for each line of each order, by its own events. */
final class StockBooks {

    /** A line of an order. */
    record Line(String orderId, String lineId) {}

    /**
     * What is kept for a line.
     *
     * @param left units that have left, as far as stock has seen
     */
    record Kept(String itemId, long reserved, long backordered, long left) {}

    private final Map<Line, Kept> lines = new HashMap<>();

    void see(StockEvent event) {
        if (event instanceof ReservationSet set) {
            put(set.orderId(), set.lineId(), new Kept(set.itemId(), set.reserved(), set.backordered(), set.left()));
        } else if (event instanceof BackorderFilled filled) {
            put(
                    filled.orderId(),
                    filled.lineId(),
                    new Kept(filled.itemId(), filled.reserved(), filled.backordered(), filled.left()));
        } else if (event instanceof StockDispatched gone) {
            lines.computeIfPresent(
                    new Line(gone.orderId(), gone.lineId()),
                    (line, kept) -> new Kept(
                            kept.itemId(),
                            kept.reserved() - gone.reserved(),
                            kept.backordered() - gone.backordered(),
                            kept.left() + gone.quantity()));
        }
    }

    Map<Line, Kept> lines() {
        return lines;
    }

    private void put(String orderId, String lineId, Kept kept) {
        lines.put(new Line(orderId, lineId), kept);
    }
}
