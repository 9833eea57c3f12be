package io.ordertrail.app.payment;

import io.ordertrail.app.http.Amount;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The body of a request that records a payment, or begins one. */
record PaymentRequest(
        @Schema(
                description = "MANUAL: staff says that the money arrived. ACCOUNT, SANDBOX or another provider's name:"
                        + " it is asked for the money",
                example = "MANUAL")
        String method,

        @Schema(description = "Of a provider: all that is due and not promised, if not given") @Nullable
        Amount amount,

        @Schema(description = "Which account pays, of ACCOUNT: the customer's own, or a gift card") @Nullable
        String accountId,

        @Schema(description = "What the provider gave to take the money with, of others", maxLength = 200) @Nullable
        String token,

        @Schema(description = "By which it is found where it arrived, of MANUAL", maxLength = 100, example = "bank-1")
        @Nullable
        String reference,

        @Schema(description = "When it arrived, if that was before now, of MANUAL") @Nullable
        Instant at) {}
