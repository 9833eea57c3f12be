package io.ordertrail.api.stock;

import io.ordertrail.api.Named;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happened to a stock item. Stored for ever. */
public sealed interface StockEvent {

    String itemId();

    Instant at();

    @Named("stock.StockItemRegistered")
    record StockItemRegistered(
            String itemId,
            String sku,
            String location,
            String name,
            long safety,
            long backorderLimit,
            long reorderPoint,
            Instant at)
            implements StockEvent {}

    /** The item is kept in another way from now on. */
    @Named("stock.StockPolicyChanged")
    record StockPolicyChanged(
            String itemId, String name, long safety, long backorderLimit, long reorderPoint, Instant at)
            implements StockEvent {}

    @Named("stock.StockReceived")
    record StockReceived(
            String itemId, long quantity, @Nullable String reference, Instant at) implements StockEvent {}

    /**
     * So many units more are promised to the line: all of them at first, the difference where the order was changed since and
     * needs more (rule S4).
     */
    @Named("stock.StockReserved")
    record StockReserved(String itemId, String orderId, String lineId, long quantity, Instant until, Instant at)
            implements StockEvent {}

    @Named("stock.ReservationConfirmed")
    record ReservationConfirmed(String itemId, String orderId, String lineId, Instant at) implements StockEvent {}

    /** {@code quantity} units of the line's promise are taken back; {@code backordered} of them had only been back-ordered. */
    @Named("stock.ReservationReleased")
    record ReservationReleased(
            String itemId,
            String orderId,
            String lineId,
            long quantity,
            long backordered,
            ReleaseReason reason,
            Instant at)
            implements StockEvent {}

    /** So many units more are promised to the line, though they are not there yet. */
    @Named("stock.BackorderRecorded")
    record BackorderRecorded(String itemId, String orderId, String lineId, long quantity, Instant until, Instant at)
            implements StockEvent {}

    /** What was back-ordered is there now and reserved. */
    @Named("stock.BackorderFilled")
    record BackorderFilled(String itemId, String orderId, String lineId, long quantity, Instant at)
            implements StockEvent {}

    /**
     * Of the units that left, {@code reserved} had been reserved for the line and {@code backordered} more were promised to it;
     * the others were promised to nobody.
     */
    @Named("stock.StockDispatched")
    record StockDispatched(
            String itemId,
            String orderId,
            String lineId,
            String shipmentId,
            long quantity,
            long reserved,
            long backordered,
            Instant at)
            implements StockEvent {}

    @Named("stock.StockReturned")
    record StockReturned(String itemId, String orderId, String lineId, String returnId, long quantity, Instant at)
            implements StockEvent {}

    @Named("stock.StockAdjusted")
    record StockAdjusted(String itemId, long quantity, String reason, Instant at) implements StockEvent {}

    /** Fewer are there than are promised (rule S6): {@code missing} units. */
    @Named("stock.StockShortfallDetected")
    record StockShortfallDetected(String itemId, long missing, Instant at) implements StockEvent {}
}
