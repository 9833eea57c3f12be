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
import io.ordertrail.model.kernel.Fold;
import java.time.Instant;
import java.util.List;

/**
 * All that a shipment must remember in order to decide.
 *
 * @param lines what is in it, for ever (rule H2)
 * @param since business time of the latest step of its way, which the next one cannot come before
 */
public record ShipmentState(String orderId, ShipmentStatus status, List<ShipmentLine> lines, Instant since) {

    private static final Fold<ShipmentState, ShipmentEvent> FOLD = Fold.<ShipmentState, ShipmentEvent>over(
                    ShipmentEvent.class)
            .first(ShipmentCreated.class)
            .on(ShipmentPacked.class, (state, e) -> state.become(ShipmentStatus.PACKED, e.at()))
            .on(ShipmentDispatched.class, (state, e) -> state.become(ShipmentStatus.DISPATCHED, e.at()))
            .on(ShipmentDelivered.class, (state, e) -> state.become(ShipmentStatus.DELIVERED, e.at()))
            .on(ShipmentLost.class, (state, e) -> state.become(ShipmentStatus.LOST, e.at()))
            .on(ShipmentReturnedToSender.class, (state, e) -> state.become(ShipmentStatus.RETURNED_TO_SENDER, e.at()))
            .on(ShipmentCancelled.class, (state, e) -> state.become(ShipmentStatus.CANCELLED, e.at()))
            .ignoring(TrackingUpdated.class, DeliveryAttemptFailed.class)
            .complete();

    public static ShipmentState of(ShipmentCreated created) {
        return new ShipmentState(created.orderId(), ShipmentStatus.APPROVED, created.lines(), created.at());
    }

    /** It never refuses: what has happened has happened. */
    public ShipmentState evolve(ShipmentEvent event) {
        return FOLD.next(this, event);
    }

    private ShipmentState become(ShipmentStatus next, Instant at) {
        return new ShipmentState(orderId, next, lines, at);
    }
}
