package io.ordertrail.model.order;

import io.ordertrail.api.order.OrderGoodsEvent.OrderDelivered;
import io.ordertrail.api.order.OrderGoodsEvent.OrderShipped;
import io.ordertrail.api.order.OrderGoodsEvent.ShipmentApproved;
import io.ordertrail.api.order.OrderGoodsEvent.ShipmentResolved;
import io.ordertrail.api.order.OrderGoodsEvent.ShipmentUndelivered;
import io.ordertrail.api.order.OrderGoodsEvent.ShipmentWithdrawn;
import io.ordertrail.api.order.view.OrderParts.Shipment;
import io.ordertrail.api.order.view.OrderParts.ShipmentStatus;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** What events change of the parcels of an order. */
final class Parcels {

    private Parcels() {}

    static OrderState approved(OrderState state, ShipmentApproved e) {
        Map<String, Shipment> more = new LinkedHashMap<>(state.parcels());
        more.put(e.shipmentId(), parcel(e));
        return state.with(it -> it.parcels = Collections.unmodifiableMap(more)).withoutEdits();
    }

    static OrderState dispatched(OrderState state, OrderShipped e) {
        return change(state, e.shipmentId(), parcel -> dispatched(parcel, e));
    }

    static OrderState delivered(OrderState state, OrderDelivered e) {
        return change(state, e.shipmentId(), parcel -> delivered(parcel, e));
    }

    static OrderState undelivered(OrderState state, ShipmentUndelivered e) {
        return change(state, e.shipmentId(), parcel -> undelivered(parcel, e));
    }

    static OrderState resolved(OrderState state, ShipmentResolved e) {
        return change(state, e.shipmentId(), parcel -> resolved(parcel, e)).withoutEdits();
    }

    static OrderState withdrawn(OrderState state, ShipmentWithdrawn e) {
        return change(state, e.shipmentId(), Parcels::withdrawn).withoutEdits();
    }

    private static OrderState change(OrderState state, String id, UnaryOperator<Shipment> step) {
        Map<String, Shipment> changed = new LinkedHashMap<>(state.parcels());
        changed.put(id, step.apply(Objects.requireNonNull(changed.get(id), () -> "There is no " + id)));
        return state.with(it -> it.parcels = Collections.unmodifiableMap(changed));
    }

    private static Shipment parcel(ShipmentApproved e) {
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
