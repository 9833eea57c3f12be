package io.ordertrail.api.order;

import io.ordertrail.api.message.Named;
import io.ordertrail.api.message.Sentence;
import io.ordertrail.api.order.value.LineQuantity;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Why something cannot be done with the goods of an order: stock, parcels, returns. */
public sealed interface OrderGoodsRefusal extends OrderRefusal {

    @Named("order.refusal.ShipmentNotFound")
    @Sentence("There is no shipment {shipmentId}.")
    record ShipmentNotFound(String shipmentId) implements OrderGoodsRefusal, NotFound {}

    /** O3. */
    @Named("order.refusal.TooMany")
    @Sentence("Line {lineId} has {left} units left, {asked} were asked for.")
    record TooMany(String lineId, long asked, long left) implements OrderGoodsRefusal {}

    /** O3. */
    @Named("order.refusal.UnknownLine")
    @Sentence("The order has no line {lineId}.")
    record UnknownLine(String lineId) implements OrderGoodsRefusal, Unprocessable {}

    /** O3. */
    @Named("order.refusal.NothingLeftToShip")
    @Sentence("Every unit is approved for a shipment or cancelled.")
    record NothingLeftToShip() implements OrderGoodsRefusal {}

    @Named("order.refusal.NothingToDispatch")
    @Sentence("There is no approved shipment to dispatch.")
    record NothingToDispatch() implements OrderGoodsRefusal {}

    @Named("order.refusal.NothingToDeliver")
    @Sentence("No shipment is under way.")
    record NothingToDeliver() implements OrderGoodsRefusal {}

    @Named("order.refusal.ShipmentAlreadyDispatched")
    @Sentence("{shipmentId} was already dispatched.")
    record ShipmentAlreadyDispatched(String shipmentId) implements OrderGoodsRefusal {}

    @Named("order.refusal.ShipmentNotDispatched")
    @Sentence("{shipmentId} was not dispatched yet.")
    record ShipmentNotDispatched(String shipmentId) implements OrderGoodsRefusal {}

    @Named("order.refusal.ShipmentAlreadyDelivered")
    @Sentence("{shipmentId} was already delivered.")
    record ShipmentAlreadyDelivered(String shipmentId) implements OrderGoodsRefusal {}

    /** O5. */
    @Named("order.refusal.ShipmentAlreadyApproved")
    @Sentence("A shipment of this order is already approved.")
    record ShipmentAlreadyApproved() implements OrderGoodsRefusal {}

    /** O5. */
    @Named("order.refusal.AlreadyDispatched")
    @Sentence("Goods of this order have already left.")
    record AlreadyDispatched() implements OrderGoodsRefusal {}

    @Named("order.refusal.NothingShippedYet")
    @Sentence("Nothing is approved for shipment yet: cancel the whole order instead.")
    record NothingShippedYet() implements OrderGoodsRefusal {}

    @Named("order.refusal.NothingLeftToCancel")
    @Sentence("Every unit is approved for a shipment or already cancelled.")
    record NothingLeftToCancel() implements OrderGoodsRefusal {}

    /** What is open is back-ordered, or was asked of stock and is not promised yet. */
    @Named("order.refusal.NothingInStock")
    @Sentence("Every unit that is left waits for stock.")
    record NothingInStock() implements OrderGoodsRefusal {}

    /** Stock has refused units of a line, so that the order is not confirmed. */
    @Named("order.refusal.LinesOutOfStock")
    record LinesOutOfStock(List<LineQuantity> lines) implements OrderGoodsRefusal {
        @Override
        public String detail() {
            return "Out of stock: "
                    + lines.stream()
                            .map(line -> line.quantity() + " of line " + line.lineId())
                            .collect(Collectors.joining(", "))
                    + ". Remove them, or ask again when they are in stock.";
        }
    }

    @Named("order.refusal.ShipmentAlreadyWithdrawn")
    @Sentence("{shipmentId} was withdrawn.")
    record ShipmentAlreadyWithdrawn(String shipmentId) implements OrderGoodsRefusal {}

    /** R1. */
    @Named("order.refusal.NoGoodsToReturn")
    @Sentence("There is no shipped unit that is not in a return already.")
    record NoGoodsToReturn() implements OrderGoodsRefusal {}

    /** R2. {@code until} was the last moment. */
    @Named("order.refusal.ReturnWindowClosed")
    @Sentence("Line {lineId} could be returned until {until}; after that a supervisor must give a reason.")
    record ReturnWindowClosed(String lineId, Instant until) implements OrderGoodsRefusal {}

    @Named("order.refusal.UnknownReturn")
    @Sentence("The order has no return {returnId}.")
    record UnknownReturn(String returnId) implements OrderGoodsRefusal, NotFound {}

    /** W5: only a parcel that was lost or came back needs to be resolved, and that once. */
    @Named("order.refusal.ShipmentNotUndelivered")
    @Sentence("{shipmentId} was not lost and did not come back, or this is settled already.")
    record ShipmentNotUndelivered(String shipmentId) implements OrderGoodsRefusal {}
}
