package io.ordertrail.command.shipment;

import io.ordertrail.api.order.OrderId;
import io.ordertrail.api.shipment.ShipmentCommand.CancelShipment;
import io.ordertrail.api.shipment.ShipmentCommand.CreateShipment;
import io.ordertrail.api.shipment.ShipmentCommand.DispatchShipment;
import io.ordertrail.api.shipment.ShipmentCommand.RecordFailedAttempt;
import io.ordertrail.api.shipment.ShipmentCommand.RecordReturnedToSender;
import io.ordertrail.api.shipment.ShipmentCommand.ReportLost;
import io.ordertrail.api.shipment.ShipmentCommand.UpdateTracking;
import io.ordertrail.api.shipment.ShipmentLine;
import io.ordertrail.model.kernel.Faults;
import java.util.Optional;

/** Whether a command means anything, whatever state the shipment is in. */
final class ShipmentValidation {

    private ShipmentValidation() {}

    static void check(CreateShipment command) {
        Faults faults = new Faults();
        faults.unless(
                OrderId.ofPart(command.shipmentId()).equals(Optional.of(command.orderId())),
                "/shipmentId",
                "MALFORMED",
                "This is not the id of a part of " + command.orderId() + ".");
        faults.unless(!command.lines().isEmpty(), "/lines", "REQUIRED", "A shipment has something in it.");
        for (int i = 0; i < command.lines().size(); i++) {
            ShipmentLine line = command.lines().get(i);
            faults.unless(
                    line.quantity() >= 1, "/lines/" + i + "/quantity", "OUT_OF_RANGE", "A quantity is 1 or more.");
        }
        faults.refuseIfAny();
    }

    static void check(DispatchShipment command) {
        new Faults()
                .optionalText(command.carrier(), "/carrier", Faults.MAX_REFERENCE)
                .optionalText(command.trackingNumber(), "/trackingNumber", Faults.MAX_REFERENCE)
                .refuseIfAny();
    }

    static void check(UpdateTracking command) {
        new Faults()
                .text(command.status(), "/status", Faults.MAX_REFERENCE)
                .optionalText(command.location(), "/location", Faults.MAX_NAME)
                .refuseIfAny();
    }

    static void check(RecordFailedAttempt command) {
        new Faults().text(command.reason(), "/reason", Faults.MAX_NAME).refuseIfAny();
    }

    static void check(ReportLost command) {
        new Faults().prose(command.note(), "/note").refuseIfAny();
    }

    static void check(RecordReturnedToSender command) {
        new Faults().optionalText(command.reason(), "/reason", Faults.MAX_NAME).refuseIfAny();
    }

    static void check(CancelShipment command) {
        new Faults().optionalText(command.reason(), "/reason", Faults.MAX_NAME).refuseIfAny();
    }
}
