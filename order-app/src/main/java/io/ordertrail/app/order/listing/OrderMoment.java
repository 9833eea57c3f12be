package io.ordertrail.app.order.listing;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The moment of an order; now, if neither is given. */
record OrderMoment(
        @Schema(description = "The order as it was after the event of this sequence number, from 0", minimum = "0")
        @Nullable
        Long version,

        @Schema(description = "The order as it was recorded at this moment") @Nullable
        Instant asOf) {

    boolean isNow() {
        return version == null && asOf == null;
    }
}
