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
import io.ordertrail.model.kernel.Fold;
import io.ordertrail.query.projection.fold.Recorded;
import io.ordertrail.query.projection.fold.StreamFold;
import org.jspecify.annotations.Nullable;

/** What each event does to the view of a stock item. */
final class StockFold {

    static final String AGGREGATE = "stock";
    static final StreamFold<StockEvent, StockView> FEED =
            new StreamFold<>(AGGREGATE, StockEvent.class, StockView::version, StockFold::next);

    /** Sums that follow from others, and the version, are computed after it. */
    private static final Fold<StockView, StockEvent> FOLD = Fold.<StockView, StockEvent>over(StockEvent.class)
            .first(StockItemRegistered.class)
            .on(StockPolicyChanged.class, StockFold::policy)
            .on(StockReceived.class, (row, it) -> add(row, it.quantity(), 0, 0))
            .on(StockReturned.class, (row, it) -> add(row, it.quantity(), 0, 0))
            .on(StockAdjusted.class, (row, it) -> add(row, it.quantity(), 0, 0))
            .on(
                    ReservationSet.class,
                    (row, it) ->
                            add(row, 0, it.reserved() - it.reservedBefore(), it.backordered() - it.backorderedBefore()))
            .on(BackorderFilled.class, (row, it) -> add(row, 0, it.quantity(), -it.quantity()))
            .on(StockDispatched.class, (row, it) -> add(row, -it.quantity(), -it.reserved(), -it.backordered()))
            .ignoring(StockShortfallDetected.class)
            .complete();

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
        StockView after = FOLD.next(row, event);
        return new StockView(
                after.sku(),
                after.name(),
                after.location(),
                after.onHand(),
                after.reserved(),
                after.onHand() - after.reserved() - after.safety(),
                after.backordered(),
                after.safety(),
                after.backorderLimit(),
                after.reorderPoint(),
                recorded.version(),
                recorded.recordedAt());
    }

    private static StockView policy(StockView row, StockPolicyChanged it) {
        return new StockView(
                row.sku(),
                it.name(),
                row.location(),
                row.onHand(),
                row.reserved(),
                row.available(),
                row.backordered(),
                it.safety(),
                it.backorderLimit(),
                it.reorderPoint(),
                row.version(),
                row.updatedAt());
    }

    private static StockView add(StockView row, long onHand, long reserved, long backordered) {
        return new StockView(
                row.sku(),
                row.name(),
                row.location(),
                row.onHand() + onHand,
                row.reserved() + reserved,
                row.available(),
                row.backordered() + backordered,
                row.safety(),
                row.backorderLimit(),
                row.reorderPoint(),
                row.version(),
                row.updatedAt());
    }
}
