package io.ordertrail.api.stock;

import io.ordertrail.api.message.DatedEvent;
import io.ordertrail.api.message.Named;
import io.ordertrail.api.message.Sentence;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Events of a stock item. Stored for ever. */
public sealed interface StockEvent extends DatedEvent {

    String itemId();

    @Named("stock.StockItemRegistered")
    @Sentence("{sku} is kept in stock: {name}")
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
    @Sentence("Kept in another way: safety {safety}, back-orders up to {backorderLimit}, reorder at {reorderPoint}")
    record StockPolicyChanged(
            String itemId, String name, long safety, long backorderLimit, long reorderPoint, Instant at)
            implements StockEvent {}

    @Named("stock.StockReceived")
    @Sentence("{quantity} came in[, reference {reference}]")
    record StockReceived(
            String itemId, long quantity, @Nullable String reference, Instant at) implements StockEvent {}

    /**
     * The answer to the order's ask {@code number} for a line (rule S4), also if nothing changed.
     *
     * @param wanted units that were asked for and have not left
     * @param reserved units in stock that are kept for the line from now on
     * @param backordered units that it waits for, promised though not there
     * @param refused units of {@code wanted} that it cannot have (rule S3); it keeps what it had
     * @param left units of the line that have left, as far as the item has seen or heard
     * @param reservedBefore what {@code reserved} was before; and so {@code backorderedBefore}
     */
    @Named("stock.ReservationSet")
    @Sentence("Of {wanted} wanted by line {lineId}, {reserved} are reserved, {backordered}"
            + " back-ordered, {refused} refused (ask {number})")
    record ReservationSet(
            String itemId,
            String orderId,
            String lineId,
            int number,
            long wanted,
            long reserved,
            long backordered,
            long refused,
            long left,
            long reservedBefore,
            long backorderedBefore,
            Instant at)
            implements StockEvent {}

    /**
     * {@code quantity} units that a line waited for are there now and reserved.
     *
     * @param number of the newest ask of the line
     * @param reserved all that is kept for the line now
     * @param backordered what it still waits for
     * @param left as in {@link ReservationSet}
     */
    @Named("stock.BackorderFilled")
    @Sentence("{quantity} that line {lineId} waited for are reserved; it still waits for {backordered}")
    record BackorderFilled(
            String itemId,
            String orderId,
            String lineId,
            int number,
            long quantity,
            long reserved,
            long backordered,
            long left,
            Instant at)
            implements StockEvent {}

    /**
     * Of the units that left, {@code reserved} had been reserved for the line and {@code backordered} more were
     * promised to it; the others were not promised.
     */
    @Named("stock.StockDispatched")
    @Sentence("{quantity} of line {lineId} left with {shipmentId}, {reserved} of them reserved")
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
    @Sentence("{quantity} of line {lineId} came back with {returnId}")
    record StockReturned(String itemId, String orderId, String lineId, String returnId, long quantity, Instant at)
            implements StockEvent {}

    @Named("stock.StockAdjusted")
    @Sentence("A count changed the stock by {quantity}: {reason}")
    record StockAdjusted(String itemId, long quantity, String reason, Instant at) implements StockEvent {}

    /** Fewer are there than are promised (rule S6): {@code missing} units. */
    @Named("stock.StockShortfallDetected")
    @Sentence("{missing} fewer are there than are promised")
    record StockShortfallDetected(String itemId, long missing, Instant at) implements StockEvent {}
}
