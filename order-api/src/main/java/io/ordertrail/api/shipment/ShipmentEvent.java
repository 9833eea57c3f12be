package io.ordertrail.api.shipment;

import io.ordertrail.api.message.DatedEvent;
import io.ordertrail.api.message.Named;
import io.ordertrail.api.message.Sentence;
import io.ordertrail.api.personal.DataSubject;
import io.ordertrail.api.personal.PersonalData;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events of a shipment. Stored for ever. */
public sealed interface ShipmentEvent extends DatedEvent {

    String shipmentId();

    @DataSubject(byOwner = true)
    String orderId();

    /** The order approved it (rule H1). What is in it never changes (rule H2). */
    @Named("shipment.ShipmentCreated")
    @Sentence("A parcel is to be packed: {lines}")
    record ShipmentCreated(String shipmentId, String orderId, List<ShipmentLine> lines, Instant at)
            implements ShipmentEvent {}

    @Named("shipment.ShipmentPacked")
    @Sentence("The parcel was packed")
    record ShipmentPacked(String shipmentId, String orderId, Instant at) implements ShipmentEvent {}

    /** The parcel left the house with all that is in it. */
    @Named("shipment.ShipmentDispatched")
    @Sentence("The parcel left: {lines}[, by {carrier}][, tracking number {trackingNumber}]")
    record ShipmentDispatched(
            String shipmentId,
            String orderId,
            List<ShipmentLine> lines,
            @Nullable String carrier,
            @Nullable String trackingNumber,
            Instant at)
            implements ShipmentEvent {}

    @Named("shipment.TrackingUpdated")
    @Sentence("The carrier says: {status}[, {location}]")
    record TrackingUpdated(
            String shipmentId,
            String orderId,
            String status,
            @PersonalData @Nullable String location,
            Instant at) implements ShipmentEvent {}

    @Named("shipment.DeliveryAttemptFailed")
    @Sentence("A delivery failed: {reason}")
    record DeliveryAttemptFailed(
            String shipmentId, String orderId, @PersonalData String reason, Instant at) implements ShipmentEvent {}

    @Named("shipment.ShipmentDelivered")
    @Sentence("The parcel was delivered")
    record ShipmentDelivered(String shipmentId, String orderId, Instant at) implements ShipmentEvent {}

    @Named(value = "shipment.ShipmentLost", revision = "2")
    @Sentence("The parcel was lost[: {reason}]")
    record ShipmentLost(
            String shipmentId,
            String orderId,
            @PersonalData @Nullable String reason,
            Instant at) implements ShipmentEvent {}

    @Named("shipment.ShipmentReturnedToSender")
    @Sentence("The parcel came back to the sender[: {reason}]")
    record ShipmentReturnedToSender(
            String shipmentId,
            String orderId,
            @PersonalData @Nullable String reason,
            Instant at) implements ShipmentEvent {}

    @Named("shipment.ShipmentCancelled")
    @Sentence("The parcel is not to be sent[: {reason}]")
    record ShipmentCancelled(
            String shipmentId,
            String orderId,
            @PersonalData @Nullable String reason,
            Instant at) implements ShipmentEvent {}
}
