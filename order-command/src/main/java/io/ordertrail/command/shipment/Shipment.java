package io.ordertrail.command.shipment;

import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.shipment.ShipmentCommand.CancelShipment;
import io.ordertrail.api.shipment.ShipmentCommand.CreateShipment;
import io.ordertrail.api.shipment.ShipmentCommand.DeliverShipment;
import io.ordertrail.api.shipment.ShipmentCommand.DispatchShipment;
import io.ordertrail.api.shipment.ShipmentCommand.PackShipment;
import io.ordertrail.api.shipment.ShipmentCommand.RecordFailedAttempt;
import io.ordertrail.api.shipment.ShipmentCommand.RecordReturnedToSender;
import io.ordertrail.api.shipment.ShipmentCommand.ReportLost;
import io.ordertrail.api.shipment.ShipmentCommand.UpdateTracking;
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
import io.ordertrail.api.shipment.ShipmentRefusal.ShipmentIdTaken;
import io.ordertrail.axon.message.MetaKeys;
import io.ordertrail.command.kernel.StatefulAggregate;
import io.ordertrail.model.kernel.BusinessTime;
import io.ordertrail.model.shipment.ShipmentRules;
import io.ordertrail.model.shipment.ShipmentState;
import java.time.Clock;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * A parcel decides what may become of it. What may be in it, and whether it may leave at all, its order has decided.
 */
@Aggregate(type = "shipment", repository = "shipmentRepository")
final class Shipment extends StatefulAggregate<ShipmentState, ShipmentEvent> {

    /**
     * Whoever makes it first, the front door or the process behind it: the other finds it made, and changes nothing.
     */
    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Receipt handle(CreateShipment command) {
        if (isNew()) {
            return happened(
                    new ShipmentCreated(command.shipmentId(), command.orderId(), command.lines(), command.at()));
        }
        if (!state().orderId().equals(command.orderId()) || !state().lines().equals(command.lines())) {
            throw new Refused(new ShipmentIdTaken(id()));
        }
        return receipt();
    }

    @CommandHandler
    Receipt handle(PackShipment command, Clock clock) {
        rules().isPackedOnce();
        return happened(new ShipmentPacked(id(), orderId(), following(command.at(), clock)));
    }

    @CommandHandler
    Receipt handle(DispatchShipment command, Clock clock) {
        rules().hasNotLeft();
        Instant at = following(command.at(), clock);
        return happened(new ShipmentDispatched(
                id(), orderId(), state().lines(), command.carrier(), command.trackingNumber(), at));
    }

    @CommandHandler
    Receipt handle(UpdateTracking command, Clock clock) {
        rules().isUnderWay();
        Instant at = following(command.at(), clock);
        return happened(new TrackingUpdated(id(), orderId(), command.status(), command.location(), at));
    }

    @CommandHandler
    Receipt handle(RecordFailedAttempt command, Clock clock) {
        rules().isUnderWay();
        Instant at = following(command.at(), clock);
        return happened(new DeliveryAttemptFailed(id(), orderId(), command.reason(), at));
    }

    @CommandHandler
    Receipt handle(DeliverShipment command, Clock clock) {
        rules().isUnderWay();
        return happened(new ShipmentDelivered(id(), orderId(), following(command.at(), clock)));
    }

    @CommandHandler
    Receipt handle(ReportLost command, Clock clock) {
        rules().isUnderWay();
        return happened(new ShipmentLost(id(), orderId(), command.note(), following(command.at(), clock)));
    }

    @CommandHandler
    Receipt handle(RecordReturnedToSender command, Clock clock) {
        rules().isUnderWay();
        Instant at = following(command.at(), clock);
        return happened(new ShipmentReturnedToSender(id(), orderId(), command.reason(), at));
    }

    @CommandHandler
    Receipt handle(CancelShipment command, Clock clock) {
        rules().hasNotLeft();
        Instant at = following(command.at(), clock);
        return happened(new ShipmentCancelled(id(), orderId(), command.reason(), at));
    }

    @EventSourcingHandler
    void on(
            ShipmentEvent event,
            @SequenceNumber long version,
            @MetaDataValue(MetaKeys.CAUSATION_ID) @Nullable String commandId) {
        ShipmentState next =
                event instanceof ShipmentCreated created ? ShipmentState.of(created) : state().evolve(event);
        become(event.shipmentId(), next, version, commandId);
    }

    private String orderId() {
        return state().orderId();
    }

    private ShipmentRules rules() {
        return new ShipmentRules(id(), state().status());
    }

    private Instant following(@Nullable Instant told, Clock clock) {
        return BusinessTime.of(told, state().since(), clock);
    }
}
