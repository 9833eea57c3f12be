package io.ordertrail.query.stock;

import io.ordertrail.api.stock.StockEvent;
import io.ordertrail.api.stock.StockEvent.BackorderFilled;
import io.ordertrail.api.stock.StockEvent.ReservationSet;
import io.ordertrail.api.stock.StockEvent.StockAdjusted;
import io.ordertrail.api.stock.StockEvent.StockDispatched;
import io.ordertrail.api.stock.StockEvent.StockItemRegistered;
import io.ordertrail.api.stock.StockEvent.StockPolicyChanged;
import io.ordertrail.api.stock.StockEvent.StockReceived;
import io.ordertrail.api.stock.StockEvent.StockReturned;
import io.ordertrail.api.stock.StockEvent.StockShortfallDetected;
import io.ordertrail.api.stock.StockView;
import io.ordertrail.query.projection.fold.Recorded;
import io.ordertrail.query.projection.fold.StreamFold;
import org.jspecify.annotations.Nullable;

/** What each event does to the view of a stock item. */
final class StockFold {

    static final String AGGREGATE = "stock";
    static final StreamFold<StockEvent, StockView> FEED =
            new StreamFold<>(AGGREGATE, StockEvent.class, StockView::version, StockFold::next);

    private StockFold() {}

    static StockView next(@Nullable StockView row, Recorded<StockEvent> recorded) {
        StockEvent event = recorded.event();
        if (event instanceof StockItemRegistered it) {
            return new StockView(
                    it.sku(),
                    it.name(),
                    it.location(),
                    0,
                    0,
                    -it.safety(),
                    0,
                    it.safety(),
                    it.backorderLimit(),
                    it.reorderPoint(),
                    recorded.version(),
                    recorded.recordedAt());
        }
        if (row == null) {
            throw new IllegalStateException("A stock item begins with its registration, not with " + event);
        }
        if (event instanceof StockPolicyChanged it) {
            return new StockView(
                    row.sku(),
                    it.name(),
                    row.location(),
                    row.onHand(),
                    row.reserved(),
                    row.onHand() - row.reserved() - it.safety(),
                    row.backordered(),
                    it.safety(),
                    it.backorderLimit(),
                    it.reorderPoint(),
                    recorded.version(),
                    recorded.recordedAt());
        }
        Change change = change(event);
        long onHand = row.onHand() + change.onHand;
        long reserved = row.reserved() + change.reserved;
        return new StockView(
                row.sku(),
                row.name(),
                row.location(),
                onHand,
                reserved,
                onHand - reserved - row.safety(),
                row.backordered() + change.backordered,
                row.safety(),
                row.backorderLimit(),
                row.reorderPoint(),
                recorded.version(),
                recorded.recordedAt());
    }

    /** By how many units each sum changes. */
    private record Change(long onHand, long reserved, long backordered) {

        static final Change NONE = new Change(0, 0, 0);
    }

    private static Change change(StockEvent event) {
        if (event instanceof StockReceived it) {
            return new Change(it.quantity(), 0, 0);
        }
        if (event instanceof StockReturned it) {
            return new Change(it.quantity(), 0, 0);
        }
        if (event instanceof StockAdjusted it) {
            return new Change(it.quantity(), 0, 0);
        }
        if (event instanceof ReservationSet it) {
            return new Change(0, it.reserved() - it.reservedBefore(), it.backordered() - it.backorderedBefore());
        }
        if (event instanceof BackorderFilled it) {
            return new Change(0, it.quantity(), -it.quantity());
        }
        if (event instanceof StockDispatched it) {
            return new Change(-it.quantity(), -it.reserved(), -it.backordered());
        }
        if (event instanceof StockShortfallDetected) {
            return Change.NONE;
        }
        throw new IllegalArgumentException("A stock item cannot process " + event);
    }
}
