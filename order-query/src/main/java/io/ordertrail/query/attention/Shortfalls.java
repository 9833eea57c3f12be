package io.ordertrail.query.attention;

import io.ordertrail.api.attention.AttentionKind;
import io.ordertrail.api.stock.StockEvent;
import io.ordertrail.api.stock.StockEvent.ReservationSet;
import io.ordertrail.api.stock.StockEvent.StockAdjusted;
import io.ordertrail.api.stock.StockEvent.StockDispatched;
import io.ordertrail.api.stock.StockEvent.StockReceived;
import io.ordertrail.api.stock.StockEvent.StockReturned;
import io.ordertrail.api.stock.StockEvent.StockShortfallDetected;
import io.ordertrail.api.stock.StockItemId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A SKU with fewer units than are promised (rule S6), until there are enough again. How many are missing is counted
 * from event to event. Nothing more is promised meanwhile, so that only what comes, leaves or is given up counts.
 */
final class Shortfalls implements Watch {

    @Override
    public Set<Class<?>> events() {
        return Set.of(
                StockShortfallDetected.class,
                StockReceived.class,
                StockReturned.class,
                StockAdjusted.class,
                ReservationSet.class,
                StockDispatched.class);
    }

    @Override
    public String key(Object event) {
        return "shortfall/" + ((StockEvent) event).itemId();
    }

    @Override
    public @Nullable AttentionRow next(@Nullable AttentionRow row, Object event, long version) {
        StockEvent stock = (StockEvent) event;
        if (event instanceof StockShortfallDetected found) {
            return found(row, found, version);
        }
        if (row == null || !row.needsSomebody()) {
            return row;
        }
        long missing = row.missing() + more(stock);
        return missing > 0 ? said(row, missing, version) : row.resolve(stock.at(), version);
    }

    private AttentionRow found(@Nullable AttentionRow row, StockShortfallDetected found, long version) {
        AttentionRow open = row != null && row.needsSomebody()
                ? row
                : AttentionRow.open(
                        key(found),
                        AttentionKind.STOCK_SHORTFALL,
                        StockItemId.skuOf(found.itemId()),
                        "STOCK_SHORTFALL",
                        "",
                        found.at(),
                        version);
        return said(open, found.missing(), version);
    }

    private static AttentionRow said(AttentionRow row, long missing, long version) {
        String detail = "Fewer units are there than are promised: " + missing + " are missing.";
        return row.missing(missing, version).told(row.code(), detail, version);
    }

    /** By how many units more are missing after {@code event}. */
    private static long more(StockEvent event) {
        if (event instanceof StockReceived received) {
            return -received.quantity();
        }
        if (event instanceof StockReturned returned) {
            return -returned.quantity();
        }
        if (event instanceof StockAdjusted adjusted) {
            return -adjusted.quantity();
        }
        if (event instanceof ReservationSet set) {
            return set.reserved() - set.reservedBefore();
        }
        return event instanceof StockDispatched left ? left.quantity() - left.reserved() : 0;
    }
}
