package io.ordertrail.app.shipment;

import io.ordertrail.api.order.LineQuantity;
import io.ordertrail.api.order.OrderRefusal.ShipmentNotFound;
import io.ordertrail.api.order.OrderView;
import io.ordertrail.api.order.OrderView.ShipmentStatus;
import io.ordertrail.axon.Refused;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parcel of an order.
 *
 * @param version of the order that it belongs to
 */
record Shipment(
        String id,
        String orderId,
        long version,
        ShipmentStatus status,
        List<LineQuantity> lines,
        @Nullable String carrier,
        @Nullable String trackingNumber,
        Instant approvedAt,
        @Nullable Instant dispatchedAt,
        @Nullable Instant deliveredAt) {

    /** @throws Refused the order has no such shipment */
    static Shipment of(OrderView order, String shipmentId) {
        return order.shipments().stream()
                .filter(shipment -> shipment.id().equals(shipmentId))
                .map(shipment -> new Shipment(
                        shipment.id(),
                        order.id(),
                        order.version(),
                        shipment.status(),
                        shipment.lines(),
                        shipment.carrier(),
                        shipment.trackingNumber(),
                        shipment.approvedAt(),
                        shipment.dispatchedAt(),
                        shipment.deliveredAt()))
                .findFirst()
                .orElseThrow(() -> new Refused(new ShipmentNotFound(shipmentId)));
    }
}
