package io.ordertrail.model.order;

import io.ordertrail.api.order.OrderGoodsEvent.OrderDelivered;
import io.ordertrail.api.order.OrderGoodsEvent.OrderShipped;
import io.ordertrail.api.order.OrderGoodsEvent.ShipmentApproved;
import io.ordertrail.api.order.OrderGoodsEvent.ShipmentResolved;
import io.ordertrail.api.order.OrderGoodsEvent.ShipmentUndelivered;
import io.ordertrail.api.order.OrderGoodsEvent.ShipmentWithdrawn;
import io.ordertrail.api.order.status.OrderShipmentStatus;
import io.ordertrail.api.order.view.OrderShipmentView;
import io.ordertrail.api.order.view.OrderShipmentViewBuilder;
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
        return state.withParcels(Collections.unmodifiableMap(more)).withoutEdits();
    }

    static OrderState withdrawn(OrderState state, ShipmentWithdrawn e) {
        return change(state, e.shipmentId(), parcel -> parcel.status(OrderShipmentStatus.WITHDRAWN))
                .withoutEdits();
    }

    static OrderState dispatched(OrderState state, OrderShipped e) {
        return change(
                state,
                e.shipmentId(),
                parcel -> parcel.status(OrderShipmentStatus.DISPATCHED)
                        .carrier(e.carrier())
                        .trackingNumber(e.trackingNumber())
                        .dispatchedAt(e.at()));
    }

    static OrderState delivered(OrderState state, OrderDelivered e) {
        return change(
                state,
                e.shipmentId(),
                parcel -> parcel.status(OrderShipmentStatus.DELIVERED).deliveredAt(e.at()));
    }

    static OrderState undelivered(OrderState state, ShipmentUndelivered e) {
        OrderShipmentStatus end = e.returned() ? OrderShipmentStatus.RETURNED_TO_SENDER : OrderShipmentStatus.LOST;
        return change(
                state,
                e.shipmentId(),
                parcel -> parcel.status(end)
                        .deliveredAt(null)
                        .undeliveredAt(e.at())
                        .reason(e.reason()));
    }

    static OrderState resolved(OrderState state, ShipmentResolved e) {
        return change(
                        state,
                        e.shipmentId(),
                        parcel -> parcel.status(OrderShipmentStatus.RESOLVED)
                                .deliveredAt(null)
                                .reason(e.reason() == null ? parcel.reason() : e.reason())
                                .sendAgain(e.sendAgain()))
                .withoutEdits();
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

    private static OrderState change(OrderState state, String id, UnaryOperator<OrderShipmentViewBuilder> step) {
        Map<String, OrderShipmentView> changed = new LinkedHashMap<>(state.parcels());
        OrderShipmentView before = Objects.requireNonNull(changed.get(id), () -> "There is no " + id);
        changed.put(id, step.apply(OrderShipmentViewBuilder.builder(before)).build());
        return state.withParcels(Collections.unmodifiableMap(changed));
    }
}
