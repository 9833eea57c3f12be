package io.ordertrail.app.shipment;

import io.ordertrail.api.order.view.OrderView;
import io.ordertrail.api.shipment.ShipmentLine;
import io.ordertrail.api.shipment.ShipmentStatus;
import io.ordertrail.api.shipment.ShipmentView;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A shipment that its order has approved and that is not made yet: as it will begin. */
final class ApprovedShipment {

    private ApprovedShipment() {}

    /** @param order as of the approval */
    static ShipmentView of(OrderView order, String shipmentId) {
        Map<String, OrderView.Line> lines =
                order.lines().stream().collect(Collectors.toMap(OrderView.Line::lineId, Function.identity()));
        return order.shipments().stream()
                .filter(shipment -> shipment.id().equals(shipmentId))
                .map(shipment -> new ShipmentView(
                        shipmentId,
                        order.id(),
                        0,
                        ShipmentStatus.APPROVED,
                        shipment.lines().stream()
                                .map(line -> new ShipmentLine(
                                        line.lineId(),
                                        Objects.requireNonNull(lines.get(line.lineId()))
                                                .sku(),
                                        line.quantity()))
                                .toList(),
                        null,
                        null,
                        List.of(),
                        List.of(),
                        null,
                        shipment.approvedAt(),
                        null,
                        null,
                        null,
                        null,
                        order.updatedAt()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("An approved shipment is part of its order"));
    }
}
