package io.ordertrail.command.order;

import io.ordertrail.api.order.LineQuantity;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A shipment as the order knows it: approved, then perhaps dispatched, then perhaps delivered. */
record Parcel(
        List<LineQuantity> lines,
        Instant approvedAt,
        @Nullable Instant dispatchedAt,
        @Nullable Instant deliveredAt) {

    /** When it left; asked only of one that has. */
    Instant leftAt() {
        return Objects.requireNonNull(dispatchedAt);
    }

    Parcel dispatched(Instant at) {
        return new Parcel(lines, approvedAt, at, null);
    }

    Parcel delivered(Instant at) {
        return new Parcel(lines, approvedAt, dispatchedAt, at);
    }
}
