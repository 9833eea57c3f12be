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
import io.ordertrail.api.stock.StockViewBuilder;
import io.ordertrail.model.kernel.Fold;
import io.ordertrail.query.projection.fold.Recorded;
import io.ordertrail.query.projection.fold.StreamFold;
import org.jspecify.annotations.Nullable;

/** What each event does to the view of a stock item. */
final class StockFold {

    static final String AGGREGATE = "stock";
    static final StreamFold<StockEvent, StockView> STREAM =
            new StreamFold<>(AGGREGATE, StockEvent.class, StockView::version, StockFold::next);

    /** Sums that follow from others, and the version, are computed after it. */
    private static final Fold<StockViewBuilder, StockEvent> FOLD = Fold.<StockViewBuilder, StockEvent>over(
                    StockEvent.class)
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
        StockViewBuilder after = FOLD.next(StockViewBuilder.builder(row), event);
        return after.available(after.onHand() - after.reserved() - after.safety())
                .version(recorded.version())
                .updatedAt(recorded.recordedAt())
                .build();
    }

    private static StockViewBuilder policy(StockViewBuilder row, StockPolicyChanged it) {
        return row.name(it.name())
                .safety(it.safety())
                .backorderLimit(it.backorderLimit())
                .reorderPoint(it.reorderPoint());
    }

    private static StockViewBuilder add(StockViewBuilder row, long onHand, long reserved, long backordered) {
        return row.onHand(row.onHand() + onHand)
                .reserved(row.reserved() + reserved)
                .backordered(row.backordered() + backordered);
    }
}
