package io.ordertrail.api.stock;

import io.ordertrail.api.constraint.CrossChecked;
import io.ordertrail.api.constraint.CrossFaults;
import io.ordertrail.api.constraint.Label;
import io.ordertrail.api.constraint.Reference;
import io.ordertrail.api.constraint.Sku;
import io.ordertrail.api.message.FaultCode;
import io.ordertrail.api.message.Named;
import io.ordertrail.api.message.Refusal.Fault;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.stream.Stream;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked of a stock item: one SKU at one location. Quantities are whole units. {@code at} is the business
 * time of what happened before it was entered; null means now.
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

            @NotBlank
            @Sku
            @Pattern(regexp = "(?s)(?!\\.+\\z).*", message = "A SKU has more than dots: no address could end with it.")
            String sku,

            @NotBlank @Label String name,
            @StockCount long safety,
            @StockCount long backorderLimit,
            @StockCount long reorderPoint,
            @Nullable Instant at)
            implements StockCommand, CrossChecked {

        @Override
        public Stream<Fault> crossFaults() {
            return CrossFaults.unless(
                    StockItemId.of(String.valueOf(sku)).equals(itemId),
                    "/sku",
                    FaultCode.MALFORMED,
                    "The item's id is not that of its SKU.");
        }
    }

    /** Goods came in. Back-orders are filled from them, the oldest first. */
    @Named("stock.ReceiveStock")
    record ReceiveStock(
            @TargetAggregateIdentifier String itemId,
            @StockUnits long quantity,
            @Reference @Nullable String reference,
            @Nullable Instant at)
            implements StockCommand {}

    /** A count, a breakage, a find: {@code quantity} is the difference, never 0. */
    @Named("stock.AdjustStock")
    record AdjustStock(
            @TargetAggregateIdentifier String itemId,
            @StockDifference long quantity,
            @NotBlank @Reference String reason,
            @Nullable Instant at)
            implements StockCommand {}

    /**
     * Sets how many units an item keeps for a line of an order: raises, lowers or releases what it keeps (rules S3 and
     * S4). The newest number of a line wins, an older one changes nothing, and each is answered by
     * {@link StockEvent.ReservationSet}. Sent by the service itself, for the order that asks.
     *
     * @param number of the order's ask for this line, from 1
     * @param quantity units that the line wants and that have not left the house, as the order knows; 0 wants none
     * @param left units of the line that have left the house, as the order knows. What the item has not seen leave yet,
     *     it keeps beside {@code quantity}
     */
    @Named("stock.SetReservation")
    record SetReservation(
            @TargetAggregateIdentifier String itemId,
            @NotBlank @Reference String orderId,
            @NotBlank @Reference String lineId,
            @Min(1) int number,
            @StockCount long quantity,
            @StockCount long left)
            implements StockCommand {}

    /** Units left the house in a shipment; they use up the line's reservation (rule S5). */
    @Named("stock.DispatchStock")
    record DispatchStock(
            @TargetAggregateIdentifier String itemId,
            @NotBlank @Reference String orderId,
            @NotBlank @Reference String lineId,
            @NotBlank @Reference String shipmentId,
            @StockUnits long quantity,
            @Nullable Instant at)
            implements StockCommand {}

    /** Units came back and may be sold again (rule R4). */
    @Named("stock.ReturnStock")
    record ReturnStock(
            @TargetAggregateIdentifier String itemId,
            @NotBlank @Reference String orderId,
            @NotBlank @Reference String lineId,
            @NotBlank @Reference String returnId,
            @StockUnits long quantity,
            @Nullable Instant at)
            implements StockCommand {}
}
