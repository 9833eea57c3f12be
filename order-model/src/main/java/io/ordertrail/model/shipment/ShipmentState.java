package io.ordertrail.model.shipment;

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
import io.ordertrail.api.shipment.ShipmentStatus;
import java.time.Instant;
import java.util.List;

/**
 * All that a shipment must remember in order to decide.
 *
 * @param lines what is in it, for ever (rule H2)
 * @param since business time of the latest step of its way, which the next one cannot come before
 */
public record ShipmentState(String orderId, ShipmentStatus status, List<ShipmentLine> lines, Instant since) {

    public static ShipmentState of(ShipmentCreated created) {
        return new ShipmentState(created.orderId(), ShipmentStatus.APPROVED, created.lines(), created.at());
    }

    /** What each event means. It never refuses: what has happened has happened. */
    public ShipmentState evolve(ShipmentEvent event) {
        if (event instanceof ShipmentPacked) {
            return become(ShipmentStatus.PACKED, event.at());
        }
        if (event instanceof ShipmentDispatched) {
            return become(ShipmentStatus.DISPATCHED, event.at());
        }
        if (event instanceof ShipmentDelivered) {
            return become(ShipmentStatus.DELIVERED, event.at());
        }
        if (event instanceof ShipmentLost) {
            return become(ShipmentStatus.LOST, event.at());
        }
        if (event instanceof ShipmentReturnedToSender) {
            return become(ShipmentStatus.RETURNED_TO_SENDER, event.at());
        }
        if (event instanceof ShipmentCancelled) {
            return become(ShipmentStatus.CANCELLED, event.at());
        }
        if (event instanceof TrackingUpdated || event instanceof DeliveryAttemptFailed) {
            return this;
        }
        throw new IllegalArgumentException("An existing shipment cannot process " + event);
    }

    private ShipmentState become(ShipmentStatus next, Instant at) {
        return new ShipmentState(orderId, next, lines, at);
    }
}
