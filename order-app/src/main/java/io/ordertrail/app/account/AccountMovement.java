package io.ordertrail.app.account;

import io.ordertrail.api.account.AccountCommand;
import io.ordertrail.app.http.input.Amount;
import io.ordertrail.app.http.openapi.Becomes;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The body of a request that puts money in or takes it out. */
@Becomes(AccountCommand.Deposit.class)
record AccountMovement(
        Amount amount,

        @Schema(description = "Reference of the movement in another system", example = "till 3") @Nullable
        String reference,

        @Schema(description = "When it happened; default: now") @Nullable
        Instant at) {}
