package io.ordertrail.command.order;

import io.ordertrail.api.order.LineQuantity;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A shipment as the order knows it: approved, then perhaps dispatched, then perhaps delivered; or withdrawn instead. */
record Parcel(
        List<LineQuantity> lines,
        Instant approvedAt,
        @Nullable Instant dispatchedAt,
        @Nullable Instant deliveredAt,
        boolean withdrawn) {

    static Parcel approved(List<LineQuantity> lines, Instant at) {
        return new Parcel(lines, at, null, null, false);
    }

    /** When it left; asked only of one that has. */
    Instant leftAt() {
        return Objects.requireNonNull(dispatchedAt);
    }

    boolean contains(String lineId) {
        return lines.stream().anyMatch(line -> line.lineId().equals(lineId));
    }

    Parcel dispatched(Instant at) {
        return new Parcel(lines, approvedAt, at, null, false);
    }

    Parcel delivered(Instant at) {
        return new Parcel(lines, approvedAt, dispatchedAt, at, false);
    }

    Parcel takenBack() {
        return new Parcel(lines, approvedAt, null, null, true);
    }
}
