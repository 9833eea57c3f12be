package io.ordertrail.command.shipment;

import io.ordertrail.api.order.OrderGoodsRefusal.ShipmentNotFound;
import io.ordertrail.api.shipment.ShipmentCommand.CreateShipment;
import io.ordertrail.api.shipment.ShipmentEvent.ShipmentCancelled;
import io.ordertrail.api.shipment.ShipmentEvent.ShipmentCreated;
import io.ordertrail.api.shipment.ShipmentEvent.ShipmentDelivered;
import io.ordertrail.api.shipment.ShipmentEvent.ShipmentDispatched;
import io.ordertrail.api.shipment.ShipmentEvent.ShipmentLost;
import io.ordertrail.api.shipment.ShipmentEvent.ShipmentPacked;
import io.ordertrail.api.shipment.ShipmentEvent.ShipmentReturnedToSender;
import io.ordertrail.api.shipment.ShipmentLine;
import io.ordertrail.command.Scenario;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** A parcel of two tees, in every state. */
abstract class ShipmentScenario {

    static final String ORDER = "order-2f9d1c0e-6f0b-3a51-9d0c-0f4f2f6d7a10";
    static final String ID = "shipment-2f9d1c0e-6f0b-3a51-9d0c-0f4f2f6d7a10-0123456789ab";
    static final List<ShipmentLine> TEES = List.of(new ShipmentLine("1", "TEE-M", 2));
    static final Instant NOW = Scenario.NOW;
    static final Instant APPROVED_AT = NOW.minusSeconds(5000);
    static final Instant PACKED_AT = NOW.minusSeconds(4000);
    static final Instant LEFT_AT = NOW.minusSeconds(3000);
    static final Instant ENDED_AT = NOW.minusSeconds(2000);

    static final CreateShipment CREATE = new CreateShipment(ID, ORDER, TEES, APPROVED_AT);
    static final ShipmentCreated CREATED = new ShipmentCreated(ID, ORDER, TEES, APPROVED_AT);
    static final ShipmentPacked PACKED = new ShipmentPacked(ID, ORDER, PACKED_AT);
    static final ShipmentDispatched DISPATCHED = new ShipmentDispatched(ID, ORDER, TEES, "DHL", "JD-1", LEFT_AT);
    static final ShipmentDelivered DELIVERED = new ShipmentDelivered(ID, ORDER, ENDED_AT);
    static final ShipmentLost LOST = new ShipmentLost(ID, ORDER, null, ENDED_AT);
    static final ShipmentReturnedToSender SENT_BACK = new ShipmentReturnedToSender(ID, ORDER, null, ENDED_AT);
    static final ShipmentCancelled CANCELLED = new ShipmentCancelled(ID, ORDER, null, ENDED_AT);

    private Scenario<Shipment> scenario;

    @BeforeEach
    void prepare() {
        scenario = new Scenario<>(Shipment.class, "SUPERVISOR", ShipmentNotFound::new);
    }

    Scenario.Given<Shipment> given(Object... events) {
        return scenario.given(events);
    }

    Scenario.Given<Shipment> givenCausedBy(String commandId, Object... events) {
        return scenario.givenCausedBy(commandId, events);
    }
}
