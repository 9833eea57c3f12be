package io.ordertrail.api.order;

import io.ordertrail.api.message.Named;
import io.ordertrail.api.message.Sentence;
import io.ordertrail.api.order.value.CancelledLine;
import io.ordertrail.api.order.value.LineQuantity;
import io.ordertrail.api.order.value.ReturnStage;
import io.ordertrail.api.order.value.StockAsk;
import io.ordertrail.api.personal.PersonalData;
import java.time.Instant;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What happened to the goods of an order: stock, parcels, returns. */
public sealed interface OrderGoodsEvent extends OrderEvent {

    /** {@code skus} of the lines, one each. */
    @Named("order.ShipmentApproved")
    @Sentence("Approved a shipment of {lines}")
    record ShipmentApproved(String orderId, String shipmentId, List<LineQuantity> lines, List<String> skus, Instant at)
            implements OrderGoodsEvent {}

    @Named("order.OrderShipped")
    @Sentence("Shipped {lines}[ with {carrier}][, {trackingNumber}]")
    record OrderShipped(
            String orderId,
            String shipmentId,
            List<LineQuantity> lines,
            @Nullable String carrier,
            @Nullable String trackingNumber,
            Instant at)
            implements OrderGoodsEvent {}

    @Named("order.OrderDelivered")
    @Sentence("Delivered {lines}")
    record OrderDelivered(String orderId, String shipmentId, List<LineQuantity> lines, Instant at)
            implements OrderGoodsEvent {}

    /** The order asks stock for exactly so many units of some of its lines; each line counts its asks. */
    @Named("order.StockAsked")
    record StockAsked(String orderId, List<StockAsk> lines, Instant at) implements OrderGoodsEvent {}

    /**
     * What stock keeps for a line.
     *
     * @param number of the ask that is answered
     * @param position of the stock item's stream
     */
    @Named("order.StockAnswered")
    record StockAnswered(
            String orderId,
            String lineId,
            int number,
            long position,
            long reserved,
            long backordered,
            long refused,
            long left,
            Instant at)
            implements OrderGoodsEvent {}

    /**
     * Stock did not hear what a line wants: a person took over the step. What the line has stays; what it wants beyond
     * that it does not get by this ask.
     *
     * @param number of the ask, which was the newest of its line
     * @param reason theirs
     */
    @Named("order.StockAskTakenOver")
    @Sentence("Stock was not asked for line {lineId} (ask {number}): {reason}")
    record StockAskTakenOver(
            String orderId,
            String lineId,
            int number,
            @PersonalData String reason,
            Instant at) implements OrderGoodsEvent {}

    /** The units of a shipment that does not leave may be approved again. */
    @Named("order.ShipmentWithdrawn")
    @Sentence("Withdrew a shipment of {lines}")
    record ShipmentWithdrawn(String orderId, String shipmentId, List<LineQuantity> lines, Instant at)
            implements OrderGoodsEvent {}

    /** A parcel that left did not arrive; {@code returned} says whether it came back to the sender, else it is lost. */
    @Named("order.ShipmentUndelivered")
    record ShipmentUndelivered(
            String orderId,
            String shipmentId,
            boolean returned,
            @PersonalData @Nullable String reason,
            Instant at) implements OrderGoodsEvent {}

    /**
     * What becomes of the units of such a parcel: they are open again, or given up.
     *
     * @param returned whether the goods are back in the house
     * @param lines the units, with the value by which the order shrinks where they are given up, else zero
     * @param skus of each line
     */
    @Named("order.ShipmentResolved")
    record ShipmentResolved(
            String orderId,
            String shipmentId,
            boolean returned,
            boolean sendAgain,
            List<CancelledLine> lines,
            List<String> skus,
            Money value,
            @PersonalData @Nullable String reason,
            Instant at)
            implements OrderGoodsEvent {}

    /** The account that gets what no payment takes back of a return. */
    @Named("order.ReturnAccountNamed")
    @Sentence("What no payment takes back of a return goes to {creditAccountId}")
    record ReturnAccountNamed(String orderId, String returnId, String creditAccountId, Instant at)
            implements OrderGoodsEvent {}

    /** All that a return was to bring back has gone back; {@code amount} of it as money, the rest was not paid yet. */
    @Named("order.ReturnSettled")
    @Sentence("A return is settled: {amount} went back[ to {to}]")
    record ReturnSettled(
            String orderId,
            String returnId,
            Money amount,
            @Nullable String to,
            Instant at) implements OrderGoodsEvent {}

    /**
     * @param lines the units that the stage moves: asked back at REQUESTED, back at RECEIVED, free again at REJECTED,
     *     EXPIRED and CLOSED
     * @param worth of each line, what the customer pays for its units (rule R3); empty but at REQUESTED
     * @param skus of each line; empty but at REQUESTED
     * @param accepted at INSPECTED, by how much less the order is worth; else null
     * @param shipping at INSPECTED, how much of that is shipping; else null
     * @param exchangeOrderId at REQUESTED, the order that what comes back pays for first; else null
     */
    @Named("order.ReturnRecorded")
    record ReturnRecorded(
            String orderId,
            String returnId,
            ReturnStage stage,
            List<LineQuantity> lines,
            List<Money> worth,
            List<String> skus,
            @Nullable Money accepted,
            @Nullable Money shipping,
            @PersonalData @Nullable String reason,
            @PersonalData @Nullable String override,
            @Nullable String creditAccountId,
            @Nullable String exchangeOrderId,
            Instant at)
            implements OrderGoodsEvent {}
}
