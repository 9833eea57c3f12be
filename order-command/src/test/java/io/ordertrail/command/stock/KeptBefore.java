package io.ordertrail.command.stock;

import io.ordertrail.api.stock.StockEvent;
import io.ordertrail.api.stock.StockEvent.BackorderFilled;
import io.ordertrail.api.stock.StockEvent.ReservationSet;
import io.ordertrail.api.stock.StockEvent.StockDispatched;
import io.ordertrail.model.stock.LineId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Says of each answer in a stream what was kept for its line before, so that tests need not. */
final class KeptBefore {

    private record Kept(long reserved, long backordered) {}

    private final Map<LineId, Kept> lines = new HashMap<>();

    private KeptBefore() {}

    static List<StockEvent> in(List<StockEvent> stream) {
        KeptBefore kept = new KeptBefore();
        List<StockEvent> filled = new ArrayList<>();
        stream.forEach(event -> filled.add(kept.next(event)));
        return filled;
    }

    private StockEvent next(StockEvent event) {
        if (event instanceof ReservationSet it) {
            LineId line = new LineId(it.orderId(), it.lineId());
            Kept before = lines.getOrDefault(line, new Kept(0, 0));
            lines.put(line, new Kept(it.reserved(), it.backordered()));
            return new ReservationSet(
                    it.itemId(),
                    it.orderId(),
                    it.lineId(),
                    it.number(),
                    it.wanted(),
                    it.reserved(),
                    it.backordered(),
                    it.refused(),
                    it.left(),
                    before.reserved(),
                    before.backordered(),
                    it.at());
        }
        if (event instanceof BackorderFilled it) {
            lines.put(new LineId(it.orderId(), it.lineId()), new Kept(it.reserved(), it.backordered()));
        }
        if (event instanceof StockDispatched it) {
            lines.computeIfPresent(
                    new LineId(it.orderId(), it.lineId()),
                    (line, before) ->
                            new Kept(before.reserved() - it.reserved(), before.backordered() - it.backordered()));
        }
        return event;
    }
}
