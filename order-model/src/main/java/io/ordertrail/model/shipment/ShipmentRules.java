package io.ordertrail.model.shipment;

import io.ordertrail.api.message.Refused;
import io.ordertrail.api.order.OrderGoodsRefusal.ShipmentAlreadyDelivered;
import io.ordertrail.api.order.OrderGoodsRefusal.ShipmentAlreadyDispatched;
import io.ordertrail.api.order.OrderGoodsRefusal.ShipmentNotDispatched;
import io.ordertrail.api.shipment.ShipmentRefusal.ShipmentAlreadyPacked;
import io.ordertrail.api.shipment.ShipmentRefusal.ShipmentEnded;
import io.ordertrail.api.shipment.ShipmentStatus;

/** What may be done to a shipment, as far as it has come. Each rule refuses or says nothing. */
public record ShipmentRules(String id, ShipmentStatus status) {

    public void isPackedOnce() {
        hasNotLeft();
        if (status == ShipmentStatus.PACKED) {
            throw new Refused(new ShipmentAlreadyPacked(id));
        }
    }

    /** Nothing can be done to the goods of a parcel that has left: it is not packed, sent or cancelled again. */
    public void hasNotLeft() {
        switch (status) {
            case APPROVED, PACKED -> {}
            case DISPATCHED, DELIVERED -> throw new Refused(new ShipmentAlreadyDispatched(id));
            case LOST, RETURNED_TO_SENDER, CANCELLED -> throw new Refused(new ShipmentEnded(id, status));
        }
    }

    /** Rule H3: only a parcel that has left can be followed, delivered, lost or sent back, and only once. */
    public void isUnderWay() {
        switch (status) {
            case DISPATCHED -> {}
            case APPROVED, PACKED -> throw new Refused(new ShipmentNotDispatched(id));
            case DELIVERED -> throw new Refused(new ShipmentAlreadyDelivered(id));
            case LOST, RETURNED_TO_SENDER, CANCELLED -> throw new Refused(new ShipmentEnded(id, status));
        }
    }
}
