package io.ordertrail.app;

import io.ordertrail.api.shipment.ShipmentCommand;
import io.ordertrail.api.shipment.ShipmentCommand.CreateShipment;
import io.ordertrail.api.shipment.ShipmentStatus;
import io.ordertrail.api.shipment.ShipmentView;
import io.ordertrail.api.shipment.ShipmentView.FailedAttempt;
import io.ordertrail.api.shipment.ShipmentView.Tracked;
import java.time.Instant;
import java.util.List;

/** Answers about shipments in which every field is there. */
final class SampleGoods {

    private static final Instant THEN = Instant.parse("2026-11-22T08:14:03.123456Z");

    private SampleGoods() {}

    static ShipmentView shipment(List<ShipmentCommand> commands) {
        CreateShipment created = (CreateShipment) commands.get(0);
        return new ShipmentView(
                created.shipmentId(),
                created.orderId(),
                commands.size() - 1,
                ShipmentStatus.DISPATCHED,
                created.lines(),
                "DHL",
                "00340434161094015902",
                List.of(new Tracked("IN_TRANSIT", "Leipzig", THEN)),
                List.of(new FailedAttempt("Nobody at home", THEN)),
                null,
                created.at(),
                THEN,
                THEN,
                THEN,
                THEN,
                THEN);
    }
}
