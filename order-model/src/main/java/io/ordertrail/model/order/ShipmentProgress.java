package io.ordertrail.model.order;

import io.ordertrail.api.order.LineQuantity;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A shipment as the order knows it: approved, then perhaps dispatched, then perhaps delivered; or withdrawn, or lost on its way,
 * instead.
 */
public record ShipmentProgress(
        List<LineQuantity> lines,
        Instant approvedAt,
        @Nullable Instant dispatchedAt,
        @Nullable Instant deliveredAt,
        End end) {

    /** How it ended without being delivered. */
    public enum End {
        NONE,
        WITHDRAWN,
        LOST,
        /** It is back in the house. */
        RETURNED,
        /** Somebody has said what becomes of the goods of one that was lost or came back. */
        RESOLVED
    }

    public static ShipmentProgress approved(List<LineQuantity> lines, Instant at) {
        return new ShipmentProgress(lines, at, null, null, End.NONE);
    }

    /** When it left; asked only of one that has. */
    public Instant leftAt() {
        return Objects.requireNonNull(dispatchedAt);
    }

    public boolean contains(String lineId) {
        return lines.stream().anyMatch(line -> line.lineId().equals(lineId));
    }

    public boolean cameBack() {
        return end == End.RETURNED;
    }

    public ShipmentProgress dispatched(Instant at) {
        return new ShipmentProgress(lines, approvedAt, at, null, end);
    }

    public ShipmentProgress delivered(Instant at) {
        return new ShipmentProgress(lines, approvedAt, dispatchedAt, at, end);
    }

    public ShipmentProgress ended(End how) {
        return new ShipmentProgress(lines, approvedAt, dispatchedAt, deliveredAt, how);
    }
}
