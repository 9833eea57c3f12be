package io.ordertrail.api.shipment;

import io.ordertrail.api.message.Named;
import io.ordertrail.api.personal.PersonalData;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A shipment as it stood after the event of sequence number {@code version} of its own stream.
 *
 * @param tracking what the carrier said, the latest last
 * @param attempts deliveries that failed, the latest last
 * @param endReason why it was lost, sent back or cancelled, if given
 * @param approvedAt business time, like all times but the last
 * @param endedAt when it was lost, came back or was cancelled
 * @param updatedAt when the last event was recorded
 */
@Named("shipment.ShipmentView")
@RecordBuilder
public record ShipmentView(
        String id,
        String orderId,
        long version,
        ShipmentStatus status,
        List<ShipmentLine> lines,
        @Nullable String carrier,
        @Nullable String trackingNumber,
        List<Tracked> tracking,
        List<FailedAttempt> attempts,
        @PersonalData @Nullable String endReason,
        Instant approvedAt,
        @Nullable Instant packedAt,
        @Nullable Instant dispatchedAt,
        @Nullable Instant deliveredAt,
        @Nullable Instant endedAt,
        Instant updatedAt) {

    /** News of the carrier about its place. */
    public record Tracked(
            String status, @PersonalData @Nullable String location, Instant at) {}

    /** A delivery that failed; a customer is not told why. */
    public record FailedAttempt(@PersonalData @Nullable String reason, Instant at) {}
}
