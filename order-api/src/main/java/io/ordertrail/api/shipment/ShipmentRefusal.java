package io.ordertrail.api.shipment;

import io.ordertrail.api.message.Named;
import io.ordertrail.api.message.Refusal;

/** Refusals of shipments, in addition to those of their order ({@link io.ordertrail.api.order.OrderRefusal}). */
public sealed interface ShipmentRefusal extends Refusal {

    @Named("shipment.refusal.ShipmentAlreadyPacked")
    record ShipmentAlreadyPacked(String shipmentId) implements ShipmentRefusal {
        @Override
        public String detail() {
            return shipmentId + " was already packed.";
        }
    }

    /** It came to an end other than its delivery. */
    @Named("shipment.refusal.ShipmentEnded")
    record ShipmentEnded(String shipmentId, ShipmentStatus status) implements ShipmentRefusal {
        @Override
        public String detail() {
            return shipmentId + " is " + status + ".";
        }
    }

    @Named("shipment.refusal.ShipmentIdTaken")
    record ShipmentIdTaken(String shipmentId) implements ShipmentRefusal {
        @Override
        public String detail() {
            return "Another request already made " + shipmentId + ".";
        }
    }
}
