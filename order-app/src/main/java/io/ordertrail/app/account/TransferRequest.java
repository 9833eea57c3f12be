package io.ordertrail.app.account;

import io.ordertrail.api.account.TransferCommand;
import io.ordertrail.app.http.input.Amount;
import io.ordertrail.app.http.openapi.Becomes;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The body of a request that moves money between two accounts. */
@Becomes(TransferCommand.InitiateTransfer.class)
record TransferRequest(
        @Schema(description = "Id of the account that the money leaves")
        String from,

        @Schema(description = "Id of the account that the money reaches")
        String to,

        Amount amount,

        @Schema(example = "rent") @Nullable String reference,

        @Schema(description = "When it was requested; default: now") @Nullable
        Instant at) {}
