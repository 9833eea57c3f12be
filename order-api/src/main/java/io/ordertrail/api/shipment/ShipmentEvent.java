package io.ordertrail.api.shipment;

import io.ordertrail.api.message.DatedEvent;
import io.ordertrail.api.message.Named;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events of a shipment. Stored for ever. */
public sealed interface ShipmentEvent extends DatedEvent {

    String shipmentId();

    String orderId();

    /** The order approved it (rule H1). What is in it never changes (rule H2). */
    @Named("shipment.ShipmentCreated")
    record ShipmentCreated(String shipmentId, String orderId, List<ShipmentLine> lines, Instant at)
            implements ShipmentEvent {}

    @Named("shipment.ShipmentPacked")
    record ShipmentPacked(String shipmentId, String orderId, Instant at) implements ShipmentEvent {}

    /** The parcel left the house with all that is in it. */
    @Named("shipment.ShipmentDispatched")
    record ShipmentDispatched(
            String shipmentId,
            String orderId,
            List<ShipmentLine> lines,
            @Nullable String carrier,
            @Nullable String trackingNumber,
            Instant at)
            implements ShipmentEvent {}

    @Named("shipment.TrackingUpdated")
    record TrackingUpdated(
            String shipmentId,
            String orderId,
            String status,
            @Nullable String location,
            Instant at) implements ShipmentEvent {}

    @Named("shipment.DeliveryAttemptFailed")
    record DeliveryAttemptFailed(String shipmentId, String orderId, String reason, Instant at)
            implements ShipmentEvent {}

    @Named("shipment.ShipmentDelivered")
    record ShipmentDelivered(String shipmentId, String orderId, Instant at) implements ShipmentEvent {}

    @Named("shipment.ShipmentLost")
    record ShipmentLost(
            String shipmentId, String orderId, @Nullable String note, Instant at) implements ShipmentEvent {}

    @Named("shipment.ShipmentReturnedToSender")
    record ShipmentReturnedToSender(
            String shipmentId, String orderId, @Nullable String reason, Instant at) implements ShipmentEvent {}

    @Named("shipment.ShipmentCancelled")
    record ShipmentCancelled(
            String shipmentId, String orderId, @Nullable String reason, Instant at) implements ShipmentEvent {}
}
