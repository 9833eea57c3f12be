package io.ordertrail.app.account;

import io.ordertrail.app.http.input.Amount;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The body of a request that puts money in or takes it out. */
record AccountMovement(
        Amount amount,

        @Schema(description = "Reference of the movement in another system", maxLength = 100, example = "till 3")
        @Nullable
        String reference,

        @Schema(description = "When it happened; default: now") @Nullable
        Instant at) {}
