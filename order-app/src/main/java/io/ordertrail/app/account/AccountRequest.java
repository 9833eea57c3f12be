package io.ordertrail.app.account;

import io.ordertrail.api.account.AccountCommand;
import io.ordertrail.api.account.AccountKind;
import io.ordertrail.app.http.input.Amount;
import io.ordertrail.app.http.openapi.Becomes;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The body of a request that opens an account. */
@Becomes(AccountCommand.OpenAccount.class)
record AccountRequest(
        @Schema(description = "The owner: the shop's own id of the customer")
        String ownerId,

        @Schema(description = "Default: CUSTOMER") @Nullable AccountKind kind,

        @Schema(description = "ISO 4217; the currency of every amount", example = "EUR")
        String currency,

        @Schema(description = "How far below zero the balance may go; default: 0") @Nullable
        Amount creditLimit,

        @Schema(description = "When it was opened; default: now") @Nullable
        Instant at) {}
