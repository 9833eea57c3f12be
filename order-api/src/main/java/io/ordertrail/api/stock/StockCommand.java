package io.ordertrail.api.stock;

import io.ordertrail.api.Named;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked of a stock item: one SKU at one location. Quantities are whole units. {@code at} is the business time of
 * what happened before it was entered; null means now.
 */
public sealed interface StockCommand {

    /** The item that is meant: {@link StockItemId}. */
    String itemId();

    /**
     * Begins to track a SKU, or changes how it is kept where it is tracked already.
     *
     * @param safety units that are never promised (rule S2)
     * @param backorderLimit units that may be promised beyond what is there (rule S3); 0 allows none
     * @param reorderPoint at or below how many available units the item is reported; 0 reports it when nothing is left
     */
    @Named("stock.RegisterStockItem")
    record RegisterStockItem(
            @TargetAggregateIdentifier String itemId,
            String sku,
            String name,
            long safety,
            long backorderLimit,
            long reorderPoint,
            @Nullable Instant at)
            implements StockCommand {}

    /** Goods came in. Back-orders are filled from them, the oldest first. */
    @Named("stock.ReceiveStock")
    record ReceiveStock(
            @TargetAggregateIdentifier String itemId,
            long quantity,
            @Nullable String reference,
            @Nullable Instant at) implements StockCommand {}

    /** A count, a breakage, a find: {@code quantity} is the difference, never 0. */
    @Named("stock.AdjustStock")
    record AdjustStock(
            @TargetAggregateIdentifier String itemId,
            long quantity,
            String reason,
            @Nullable Instant at) implements StockCommand {}

    /**
     * Promises units to a line of an order (rules S3 and S4).
     *
     * @param until when the promise ends unless it is confirmed
     */
    @Named("stock.ReserveStock")
    record ReserveStock(
            @TargetAggregateIdentifier String itemId, String orderId, String lineId, long quantity, Instant until)
            implements StockCommand {}

    /** From now on the promise does not end by itself. */
    @Named("stock.ConfirmReservation")
    record ConfirmReservation(@TargetAggregateIdentifier String itemId, String orderId, String lineId)
            implements StockCommand {}

    /**
     * Takes a promise back, reserved or back-ordered, confirmed or not.
     *
     * @param quantity how many units of it; null means all that is left of it
     */
    @Named("stock.ReleaseReservation")
    record ReleaseReservation(
            @TargetAggregateIdentifier String itemId,
            String orderId,
            String lineId,
            @Nullable Long quantity,
            ReleaseReason reason)
            implements StockCommand {}

    /** Takes a promise back if its time is over and nobody has confirmed it; otherwise it changes nothing. */
    @Named("stock.ExpireReservation")
    record ExpireReservation(@TargetAggregateIdentifier String itemId, String orderId, String lineId)
            implements StockCommand {}

    /** Units left the house in a shipment; they use up the line's reservation (rule S5). */
    @Named("stock.DispatchStock")
    record DispatchStock(
            @TargetAggregateIdentifier String itemId,
            String orderId,
            String lineId,
            String shipmentId,
            long quantity,
            @Nullable Instant at)
            implements StockCommand {}

    /** Units came back and may be sold again (rule R4). */
    @Named("stock.ReturnStock")
    record ReturnStock(
            @TargetAggregateIdentifier String itemId,
            String orderId,
            String lineId,
            String returnId,
            long quantity,
            @Nullable Instant at)
            implements StockCommand {}
}
