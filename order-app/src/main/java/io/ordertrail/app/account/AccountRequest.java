package io.ordertrail.app.account;

import io.ordertrail.api.account.AccountKind;
import io.ordertrail.app.http.Amount;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The body of a request that opens an account. */
record AccountRequest(
        @Schema(description = "Whose it is, as the shop names them", maxLength = 100)
        String ownerId,

        @Schema(description = "CUSTOMER if not given") @Nullable
        AccountKind kind,

        @Schema(description = "ISO 4217; every amount is in it", example = "EUR")
        String currency,

        @Schema(description = "How far below zero it may go; not at all if not given") @Nullable
        Amount creditLimit,

        @Schema(description = "When it was opened, if that was before now") @Nullable
        Instant at) {}
