package io.ordertrail.app.order;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** At which moment an order is asked for; now, where neither is given. */
record OrderMoment(
        @Schema(description = "As it stood after the event of this sequence number, from 0", minimum = "0") @Nullable
        Long version,

        @Schema(description = "As it stood by what was recorded up to this instant") @Nullable
        Instant asOf) {

    boolean isNow() {
        return version == null && asOf == null;
    }
}
