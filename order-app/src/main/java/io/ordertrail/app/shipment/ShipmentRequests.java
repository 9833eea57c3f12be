package io.ordertrail.app.shipment;

import io.ordertrail.api.order.LineQuantity;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bodies of requests about shipments. {@code at} is when it happened; default: now. */
final class ShipmentRequests {

    private ShipmentRequests() {}

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
    record Contents(
            String lineId,
            @Schema(minimum = "1", maximum = "1000000") Integer quantity) {

        LineQuantity toContract() {
            return new LineQuantity(lineId, quantity);
        }
    }

    record Departure(
            @Schema(example = "DHL", maxLength = 100) @Nullable
            String carrier,

            @Schema(maxLength = 100) @Nullable String trackingNumber,
            @Nullable Instant at) {

        static final Departure UNTRACKED_NOW = new Departure(null, null, null);
    }

    record Arrival(@Nullable Instant at) {

        static final Arrival NOW = new Arrival(null);
    }

    record Packing(@Nullable Instant at) {

        static final Packing NOW = new Packing(null);
    }

    record Tracking(
            @Schema(description = "The carrier's own word for the event", example = "IN_TRANSIT", maxLength = 100)
            String status,

            @Schema(maxLength = 200) @Nullable String location,
            @Nullable Instant at) {}

    record FailedDelivery(
            @Schema(example = "Nobody at home", maxLength = 200)
            String reason,

            @Nullable Instant at) {}

    record Loss(
            @Schema(maxLength = 4000) @Nullable String note,
            @Nullable Instant at) {

        static final Loss NOW = new Loss(null, null);
    }

    record ReturnToSender(
            @Schema(maxLength = 200) @Nullable String reason,
            @Nullable Instant at) {

        static final ReturnToSender NOW = new ReturnToSender(null, null);
    }

    record ShipmentCancellation(
            @Schema(maxLength = 200) @Nullable String reason,
            @Nullable Instant at) {

        static final ShipmentCancellation NOW = new ShipmentCancellation(null, null);
    }

    record ParcelResolution(
            @Schema(description = "SEND_AGAIN: the units are open again; GIVE_UP: they are taken out of the order")
            Action action,

            @Schema(maxLength = 4000) @Nullable String reason) {

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
