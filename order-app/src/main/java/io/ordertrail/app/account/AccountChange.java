package io.ordertrail.app.account;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The bodies of requests that change what may be done to an account. */
final class AccountChange {

    private AccountChange() {}

    record AccountFreeze(
            @Schema(description = "Why, in a few words", example = "lost card", maxLength = 100)
            String reason,

            @Nullable Instant at) {}

    record AccountUnfreeze(
            @Schema(maxLength = 4000) @Nullable String note,
            @Nullable Instant at) {}

    record AccountClosure(
            @Schema(description = "Why, in a few words", maxLength = 100) @Nullable
            String reason,

            @Nullable Instant at) {}
}
