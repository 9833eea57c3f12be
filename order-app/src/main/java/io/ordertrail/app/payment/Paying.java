package io.ordertrail.app.payment;

import io.ordertrail.app.http.Amount;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The body of a request that records a payment. */
record Paying(
        @Schema(description = "MANUAL: staff says that the money arrived", example = "MANUAL")
        String method,

        Amount amount,

        @Schema(description = "By which it is found where it arrived", maxLength = 100, example = "bank-1") @Nullable
        String reference,

        @Schema(description = "When it arrived, if that was before now") @Nullable
        Instant at) {}
