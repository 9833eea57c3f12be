package io.ordertrail.query.order;

import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderEvent.OrderDelivered;
import io.ordertrail.api.order.OrderEvent.OrderShipped;
import io.ordertrail.api.order.OrderEvent.ShipmentApproved;
import io.ordertrail.api.order.OrderEvent.ShipmentResolved;
import io.ordertrail.api.order.OrderEvent.ShipmentUndelivered;
import io.ordertrail.api.order.OrderEvent.ShipmentWithdrawn;
import io.ordertrail.api.order.OrderView.Shipment;
import io.ordertrail.api.order.OrderView.ShipmentStatus;
import java.util.List;
import java.util.function.UnaryOperator;

/** What each event means for the parcels of an order. */
final class Parcels {

    private Parcels() {}

    static List<Shipment> next(List<Shipment> parcels, OrderEvent event) {
        if (event instanceof ShipmentApproved e) {
            return PartsFold.and(parcels, approved(e));
        }
        if (event instanceof OrderShipped e) {
            return change(parcels, e.shipmentId(), parcel -> dispatched(parcel, e));
        }
        if (event instanceof OrderDelivered e) {
            return change(parcels, e.shipmentId(), parcel -> delivered(parcel, e));
        }
        if (event instanceof ShipmentUndelivered e) {
            return change(parcels, e.shipmentId(), parcel -> undelivered(parcel, e));
        }
        if (event instanceof ShipmentResolved e) {
            return change(parcels, e.shipmentId(), parcel -> resolved(parcel, e));
        }
        return event instanceof ShipmentWithdrawn e ? change(parcels, e.shipmentId(), Parcels::withdrawn) : parcels;
    }

    private static List<Shipment> change(List<Shipment> parcels, String id, UnaryOperator<Shipment> step) {
        return PartsFold.change(parcels, Shipment::id, id, step);
    }

    private static Shipment approved(ShipmentApproved e) {
        return new Shipment(
                e.shipmentId(), ShipmentStatus.APPROVED, e.lines(), null, null, e.at(), null, null, null, null, null);
    }

    private static Shipment dispatched(Shipment parcel, OrderShipped e) {
        return new Shipment(
                parcel.id(),
                ShipmentStatus.DISPATCHED,
                parcel.lines(),
                e.carrier(),
                e.trackingNumber(),
                parcel.approvedAt(),
                e.at(),
                null,
                null,
                null,
                null);
    }

    private static Shipment delivered(Shipment parcel, OrderDelivered e) {
        return new Shipment(
                parcel.id(),
                ShipmentStatus.DELIVERED,
                parcel.lines(),
                parcel.carrier(),
                parcel.trackingNumber(),
                parcel.approvedAt(),
                parcel.dispatchedAt(),
                e.at(),
                parcel.undeliveredAt(),
                parcel.reason(),
                null);
    }

    private static Shipment undelivered(Shipment parcel, ShipmentUndelivered e) {
        return new Shipment(
                parcel.id(),
                e.returned() ? ShipmentStatus.RETURNED_TO_SENDER : ShipmentStatus.LOST,
                parcel.lines(),
                parcel.carrier(),
                parcel.trackingNumber(),
                parcel.approvedAt(),
                parcel.dispatchedAt(),
                null,
                e.at(),
                e.reason(),
                null);
    }

    private static Shipment resolved(Shipment parcel, ShipmentResolved e) {
        return new Shipment(
                parcel.id(),
                ShipmentStatus.RESOLVED,
                parcel.lines(),
                parcel.carrier(),
                parcel.trackingNumber(),
                parcel.approvedAt(),
                parcel.dispatchedAt(),
                null,
                parcel.undeliveredAt(),
                e.reason() == null ? parcel.reason() : e.reason(),
                e.sendAgain());
    }

    private static Shipment withdrawn(Shipment parcel) {
        return new Shipment(
                parcel.id(),
                ShipmentStatus.WITHDRAWN,
                parcel.lines(),
                null,
                null,
                parcel.approvedAt(),
                null,
                null,
                null,
                null,
                null);
    }
}
