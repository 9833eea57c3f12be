package io.ordertrail.api.shipment;

import io.ordertrail.api.constraint.CrossChecked;
import io.ordertrail.api.constraint.CrossFaults;
import io.ordertrail.api.constraint.Label;
import io.ordertrail.api.constraint.Note;
import io.ordertrail.api.constraint.Reference;
import io.ordertrail.api.message.Named;
import io.ordertrail.api.message.Refusal.Fault;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Commands of a shipment. {@code at} is the business time of an event that is entered later; null means now. */
public sealed interface ShipmentCommand {

    /** The shipment that is meant: {@link io.ordertrail.api.order.OrderId#shipment}. */
    String shipmentId();

    /** Sent by the service itself once the order has approved it (rule H1). */
    @Named("shipment.CreateShipment")
    record CreateShipment(
            @TargetAggregateIdentifier String shipmentId,
            String orderId,
            @NotEmpty List<@NotNull @Valid ShipmentLine> lines,
            Instant at)
            implements ShipmentCommand, CrossChecked {

        @Override
        public Stream<Fault> crossFaults() {
            return CrossFaults.partOf(orderId, shipmentId, "/shipmentId");
        }
    }

    @Named("shipment.PackShipment")
    record PackShipment(
            @TargetAggregateIdentifier String shipmentId,
            @Nullable Instant at) implements ShipmentCommand {}

    /** The parcel leaves the house. */
    @Named("shipment.DispatchShipment")
    record DispatchShipment(
            @TargetAggregateIdentifier String shipmentId,
            @Reference @Nullable String carrier,
            @Reference @Nullable String trackingNumber,
            @Nullable Instant at)
            implements ShipmentCommand {}

    /** News of the carrier about its place. */
    @Named("shipment.UpdateTracking")
    record UpdateTracking(
            @TargetAggregateIdentifier String shipmentId,
            @NotBlank @Reference String status,
            @Label @Nullable String location,
            @Nullable Instant at)
            implements ShipmentCommand {}

    @Named("shipment.RecordFailedAttempt")
    record RecordFailedAttempt(
            @TargetAggregateIdentifier String shipmentId,
            @NotBlank @Label String reason,
            @Nullable Instant at) implements ShipmentCommand {}

    @Named("shipment.DeliverShipment")
    record DeliverShipment(
            @TargetAggregateIdentifier String shipmentId,
            @Nullable Instant at) implements ShipmentCommand {}

    @Named("shipment.ReportLost")
    record ReportLost(
            @TargetAggregateIdentifier String shipmentId,
            @Note @Nullable String note,
            @Nullable Instant at) implements ShipmentCommand {}

    @Named("shipment.RecordReturnedToSender")
    record RecordReturnedToSender(
            @TargetAggregateIdentifier String shipmentId,
            @Label @Nullable String reason,
            @Nullable Instant at) implements ShipmentCommand {}

    /** Unpacks a parcel that has not left; its units may be approved again. */
    @Named("shipment.CancelShipment")
    record CancelShipment(
            @TargetAggregateIdentifier String shipmentId,
            @Label @Nullable String reason,
            @Nullable Instant at) implements ShipmentCommand {}
}
