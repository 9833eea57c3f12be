package io.ordertrail.model.order;

import io.ordertrail.api.order.OrderGoodsEvent.OrderDelivered;
import io.ordertrail.api.order.OrderGoodsEvent.OrderShipped;
import io.ordertrail.api.order.OrderGoodsEvent.ShipmentApproved;
import io.ordertrail.api.order.OrderGoodsEvent.ShipmentResolved;
import io.ordertrail.api.order.OrderGoodsEvent.ShipmentUndelivered;
import io.ordertrail.api.order.OrderGoodsEvent.ShipmentWithdrawn;
import io.ordertrail.api.order.view.OrderShipmentStatus;
import io.ordertrail.api.order.view.OrderShipmentView;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** What events change of the parcels of an order. */
final class Parcels {

    private Parcels() {}

    static OrderState approved(OrderState state, ShipmentApproved e) {
        Map<String, OrderShipmentView> more = new LinkedHashMap<>(state.parcels());
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

    private static OrderState change(OrderState state, String id, UnaryOperator<OrderShipmentView> step) {
        Map<String, OrderShipmentView> changed = new LinkedHashMap<>(state.parcels());
        changed.put(id, step.apply(Objects.requireNonNull(changed.get(id), () -> "There is no " + id)));
        return state.with(it -> it.parcels = Collections.unmodifiableMap(changed));
    }

    private static OrderShipmentView parcel(ShipmentApproved e) {
        return new OrderShipmentView(
                e.shipmentId(),
                OrderShipmentStatus.APPROVED,
                e.lines(),
                null,
                null,
                e.at(),
                null,
                null,
                null,
                null,
                null);
    }

    private static OrderShipmentView dispatched(OrderShipmentView parcel, OrderShipped e) {
        return new OrderShipmentView(
                parcel.id(),
                OrderShipmentStatus.DISPATCHED,
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

    private static OrderShipmentView delivered(OrderShipmentView parcel, OrderDelivered e) {
        return new OrderShipmentView(
                parcel.id(),
                OrderShipmentStatus.DELIVERED,
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

    private static OrderShipmentView undelivered(OrderShipmentView parcel, ShipmentUndelivered e) {
        return new OrderShipmentView(
                parcel.id(),
                e.returned() ? OrderShipmentStatus.RETURNED_TO_SENDER : OrderShipmentStatus.LOST,
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

    private static OrderShipmentView resolved(OrderShipmentView parcel, ShipmentResolved e) {
        return new OrderShipmentView(
                parcel.id(),
                OrderShipmentStatus.RESOLVED,
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

    private static OrderShipmentView withdrawn(OrderShipmentView parcel) {
        return new OrderShipmentView(
                parcel.id(),
                OrderShipmentStatus.WITHDRAWN,
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
