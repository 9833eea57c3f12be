package io.ordertrail.app.account;

import io.ordertrail.api.account.AccountCommand;
import io.ordertrail.app.http.openapi.Becomes;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The bodies of requests that change what may be done to an account. */
final class AccountChange {

    private AccountChange() {}

    @Becomes(AccountCommand.FreezeAccount.class)
    record AccountFreeze(
            @Schema(description = "Why, in a few words", example = "lost card")
            String reason,

            @Nullable Instant at) {}

    @Becomes(AccountCommand.UnfreezeAccount.class)
    record AccountUnfreeze(@Nullable String note, @Nullable Instant at) {}

    @Becomes(AccountCommand.CloseAccount.class)
    record AccountClosure(
            @Schema(description = "Why, in a few words") @Nullable
            String reason,

            @Nullable Instant at) {}
}
