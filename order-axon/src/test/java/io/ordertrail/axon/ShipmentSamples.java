package io.ordertrail.axon;

import static io.ordertrail.axon.Samples.AT;

import io.ordertrail.api.shipment.ShipmentEvent;
import io.ordertrail.api.shipment.ShipmentEvent.DeliveryAttemptFailed;
import io.ordertrail.api.shipment.ShipmentEvent.ShipmentCancelled;
import io.ordertrail.api.shipment.ShipmentEvent.ShipmentCreated;
import io.ordertrail.api.shipment.ShipmentEvent.ShipmentDelivered;
import io.ordertrail.api.shipment.ShipmentEvent.ShipmentDispatched;
import io.ordertrail.api.shipment.ShipmentEvent.ShipmentLost;
import io.ordertrail.api.shipment.ShipmentEvent.ShipmentPacked;
import io.ordertrail.api.shipment.ShipmentEvent.ShipmentReturnedToSender;
import io.ordertrail.api.shipment.ShipmentEvent.TrackingUpdated;
import io.ordertrail.api.shipment.ShipmentLine;
import java.util.List;

/** One event of every type, with every field filled. */
final class ShipmentSamples {

    private static final String ORDER = "order-2f9d1c0e-6f0b-3a51-9d0c-0f4f2f6d7a10";
    private static final String ID = "shipment-2f9d1c0e-6f0b-3a51-9d0c-0f4f2f6d7a10-0123456789ab";
    private static final List<ShipmentLine> LINES = List.of(new ShipmentLine("1", "TEE-M", 2));

    private ShipmentSamples() {}

    static List<ShipmentEvent> events() {
        return List.of(
                new ShipmentCreated(ID, ORDER, LINES, AT),
                new ShipmentPacked(ID, ORDER, AT),
                new ShipmentDispatched(ID, ORDER, LINES, "DHL", "00340434161094042557", AT),
                new TrackingUpdated(ID, ORDER, "IN_TRANSIT", "Leipzig", AT),
                new DeliveryAttemptFailed(ID, ORDER, "Nobody at home", AT),
                new ShipmentDelivered(ID, ORDER, AT),
                new ShipmentLost(ID, ORDER, "Searched for three weeks", AT),
                new ShipmentReturnedToSender(ID, ORDER, "Address unknown", AT),
                new ShipmentCancelled(ID, ORDER, "Box torn", AT));
    }
}
