package io.ordertrail.api.order;

import io.ordertrail.api.message.Named;
import io.ordertrail.api.order.value.LineQuantity;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Why something cannot be done with the goods of an order: stock, parcels, returns. */
public sealed interface OrderGoodsRefusal extends OrderRefusal {

    @Named("order.refusal.ShipmentNotFound")
    record ShipmentNotFound(String shipmentId) implements OrderGoodsRefusal, NotFound {
        @Override
        public String detail() {
            return "There is no shipment " + shipmentId + ".";
        }
    }

    /** O3. */
    @Named("order.refusal.TooMany")
    record TooMany(String lineId, long asked, long left) implements OrderGoodsRefusal {
        @Override
        public String detail() {
            return "Line " + lineId + " has " + left + " units left, " + asked + " were asked for.";
        }
    }

    /** O3. */
    @Named("order.refusal.UnknownLine")
    record UnknownLine(String lineId) implements OrderGoodsRefusal, Unprocessable {
        @Override
        public String detail() {
            return "The order has no line " + lineId + ".";
        }
    }

    /** O3. */
    @Named("order.refusal.NothingLeftToShip")
    record NothingLeftToShip() implements OrderGoodsRefusal {
        @Override
        public String detail() {
            return "Every unit is approved for a shipment or cancelled.";
        }
    }

    @Named("order.refusal.NothingToDispatch")
    record NothingToDispatch() implements OrderGoodsRefusal {
        @Override
        public String detail() {
            return "There is no approved shipment to dispatch.";
        }
    }

    @Named("order.refusal.NothingToDeliver")
    record NothingToDeliver() implements OrderGoodsRefusal {
        @Override
        public String detail() {
            return "No shipment is under way.";
        }
    }

    @Named("order.refusal.ShipmentAlreadyDispatched")
    record ShipmentAlreadyDispatched(String shipmentId) implements OrderGoodsRefusal {
        @Override
        public String detail() {
            return shipmentId + " was already dispatched.";
        }
    }

    @Named("order.refusal.ShipmentNotDispatched")
    record ShipmentNotDispatched(String shipmentId) implements OrderGoodsRefusal {
        @Override
        public String detail() {
            return shipmentId + " was not dispatched yet.";
        }
    }

    @Named("order.refusal.ShipmentAlreadyDelivered")
    record ShipmentAlreadyDelivered(String shipmentId) implements OrderGoodsRefusal {
        @Override
        public String detail() {
            return shipmentId + " was already delivered.";
        }
    }

    /** O5. */
    @Named("order.refusal.ShipmentAlreadyApproved")
    record ShipmentAlreadyApproved() implements OrderGoodsRefusal {
        @Override
        public String detail() {
            return "A shipment of this order is already approved.";
        }
    }

    /** O5. */
    @Named("order.refusal.AlreadyDispatched")
    record AlreadyDispatched() implements OrderGoodsRefusal {
        @Override
        public String detail() {
            return "Goods of this order have already left.";
        }
    }

    @Named("order.refusal.NothingShippedYet")
    record NothingShippedYet() implements OrderGoodsRefusal {
        @Override
        public String detail() {
            return "Nothing is approved for shipment yet: cancel the whole order instead.";
        }
    }

    @Named("order.refusal.NothingLeftToCancel")
    record NothingLeftToCancel() implements OrderGoodsRefusal {
        @Override
        public String detail() {
            return "Every unit is approved for a shipment or already cancelled.";
        }
    }

    /** What is open is back-ordered, or was asked of stock and is not promised yet. */
    @Named("order.refusal.NothingInStock")
    record NothingInStock() implements OrderGoodsRefusal {
        @Override
        public String detail() {
            return "Every unit that is left waits for stock.";
        }
    }

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
    record ShipmentAlreadyWithdrawn(String shipmentId) implements OrderGoodsRefusal {
        @Override
        public String detail() {
            return shipmentId + " was withdrawn.";
        }
    }

    /** R1. */
    @Named("order.refusal.NoGoodsToReturn")
    record NoGoodsToReturn() implements OrderGoodsRefusal {
        @Override
        public String detail() {
            return "There is no shipped unit that is not in a return already.";
        }
    }

    /** R2. {@code until} was the last moment. */
    @Named("order.refusal.ReturnWindowClosed")
    record ReturnWindowClosed(String lineId, Instant until) implements OrderGoodsRefusal {
        @Override
        public String detail() {
            return "Line " + lineId + " could be returned until " + until
                    + "; after that a supervisor must give a reason.";
        }
    }

    @Named("order.refusal.UnknownReturn")
    record UnknownReturn(String returnId) implements OrderGoodsRefusal, NotFound {
        @Override
        public String detail() {
            return "The order has no return " + returnId + ".";
        }
    }

    /** W5: only a parcel that was lost or came back needs to be resolved, and that once. */
    @Named("order.refusal.ShipmentNotUndelivered")
    record ShipmentNotUndelivered(String shipmentId) implements OrderGoodsRefusal {
        @Override
        public String detail() {
            return shipmentId + " was not lost and did not come back, or this is settled already.";
        }
    }
}
