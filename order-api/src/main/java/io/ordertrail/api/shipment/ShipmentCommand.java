package io.ordertrail.api.shipment;

import io.ordertrail.api.message.Named;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Commands of a shipment. {@code at} is the business time of an event that is entered later; null means now. */
public sealed interface ShipmentCommand {

    /** The shipment that is meant: {@link io.ordertrail.api.order.OrderId#shipment}. */
    String shipmentId();

    /** Sent by the service itself once the order has approved it (rule H1). */
    @Named("shipment.CreateShipment")
    record CreateShipment(
            @TargetAggregateIdentifier String shipmentId, String orderId, List<ShipmentLine> lines, Instant at)
            implements ShipmentCommand {}

    @Named("shipment.PackShipment")
    record PackShipment(
            @TargetAggregateIdentifier String shipmentId,
            @Nullable Instant at) implements ShipmentCommand {}

    /** The parcel leaves the house. */
    @Named("shipment.DispatchShipment")
    record DispatchShipment(
            @TargetAggregateIdentifier String shipmentId,
            @Nullable String carrier,
            @Nullable String trackingNumber,
            @Nullable Instant at)
            implements ShipmentCommand {}

    /** News of the carrier about its place. */
    @Named("shipment.UpdateTracking")
    record UpdateTracking(
            @TargetAggregateIdentifier String shipmentId,
            String status,
            @Nullable String location,
            @Nullable Instant at)
            implements ShipmentCommand {}

    @Named("shipment.RecordFailedAttempt")
    record RecordFailedAttempt(
            @TargetAggregateIdentifier String shipmentId,
            String reason,
            @Nullable Instant at) implements ShipmentCommand {}

    @Named("shipment.DeliverShipment")
    record DeliverShipment(
            @TargetAggregateIdentifier String shipmentId,
            @Nullable Instant at) implements ShipmentCommand {}

    @Named("shipment.ReportLost")
    record ReportLost(
            @TargetAggregateIdentifier String shipmentId,
            @Nullable String note,
            @Nullable Instant at) implements ShipmentCommand {}

    @Named("shipment.RecordReturnedToSender")
    record RecordReturnedToSender(
            @TargetAggregateIdentifier String shipmentId,
            @Nullable String reason,
            @Nullable Instant at) implements ShipmentCommand {}

    /** Unpacks a parcel that has not left; its units may be approved again. */
    @Named("shipment.CancelShipment")
    record CancelShipment(
            @TargetAggregateIdentifier String shipmentId,
            @Nullable String reason,
            @Nullable Instant at) implements ShipmentCommand {}
}
