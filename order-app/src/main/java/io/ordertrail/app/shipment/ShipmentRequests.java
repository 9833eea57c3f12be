package io.ordertrail.app.shipment;

import io.ordertrail.api.order.OrderGoodsCommand;
import io.ordertrail.api.order.value.LineQuantity;
import io.ordertrail.api.shipment.ShipmentCommand;
import io.ordertrail.app.http.openapi.Becomes;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bodies of requests about shipments. {@code at} is when it happened; default: now. */
final class ShipmentRequests {

    private ShipmentRequests() {}

    @Becomes(OrderGoodsCommand.ApproveShipment.class)
    record ShipmentRequest(
            @Schema(description = "What is in it; default: all units that are left") @Nullable
            List<Contents> lines,

            @Nullable Instant at) {

        static final ShipmentRequest ALL_NOW = new ShipmentRequest(null, null);

        List<LineQuantity> toContract() {
            return lines == null
                    ? List.of()
                    : lines.stream().map(Contents::toContract).toList();
        }
    }

    /** A quantity of one line. */
    @Becomes(LineQuantity.class)
    record Contents(String lineId, Integer quantity) {

        LineQuantity toContract() {
            return new LineQuantity(lineId, quantity);
        }
    }

    @Becomes(ShipmentCommand.DispatchShipment.class)
    record Departure(
            @Schema(example = "DHL") @Nullable String carrier,

            @Nullable String trackingNumber,
            @Nullable Instant at) {

        static final Departure UNTRACKED_NOW = new Departure(null, null, null);
    }

    @Becomes(ShipmentCommand.DeliverShipment.class)
    record Arrival(@Nullable Instant at) {

        static final Arrival NOW = new Arrival(null);
    }

    @Becomes(ShipmentCommand.PackShipment.class)
    record Packing(@Nullable Instant at) {

        static final Packing NOW = new Packing(null);
    }

    @Becomes(ShipmentCommand.UpdateTracking.class)
    record Tracking(
            @Schema(description = "The carrier's own word for the event", example = "IN_TRANSIT")
            String status,

            @Nullable String location,
            @Nullable Instant at) {}

    @Becomes(ShipmentCommand.RecordFailedAttempt.class)
    record FailedDelivery(
            @Schema(example = "Nobody at home") String reason,

            @Nullable Instant at) {}

    @Becomes(ShipmentCommand.ReportLost.class)
    record Loss(@Nullable String note, @Nullable Instant at) {

        static final Loss NOW = new Loss(null, null);
    }

    @Becomes(ShipmentCommand.RecordReturnedToSender.class)
    record ReturnToSender(@Nullable String reason, @Nullable Instant at) {

        static final ReturnToSender NOW = new ReturnToSender(null, null);
    }

    @Becomes(ShipmentCommand.CancelShipment.class)
    record ShipmentCancellation(
            @Nullable String reason, @Nullable Instant at) {

        static final ShipmentCancellation NOW = new ShipmentCancellation(null, null);
    }

    @Becomes(OrderGoodsCommand.ResolveShipment.class)
    record ParcelResolution(
            @Schema(description = "SEND_AGAIN: the units are open again; GIVE_UP: they are taken out of the order")
            Action action,

            @Nullable String reason) {

        /** What becomes of the goods. */
        enum Action {
            SEND_AGAIN,
            GIVE_UP
        }

        boolean sendsAgain() {
            return action == Action.SEND_AGAIN;
        }
    }
}
