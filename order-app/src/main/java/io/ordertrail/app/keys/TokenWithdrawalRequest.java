package io.ordertrail.app.keys;

import io.ordertrail.api.access.TokenCommand;
import io.ordertrail.app.http.openapi.Becomes;
import io.swagger.v3.oas.annotations.media.Schema;

/** Tokens that are to be refused. */
@Becomes(TokenCommand.WithdrawTokens.class)
record TokenWithdrawalRequest(
        @Schema(description = "Whose: the claim sub of their tokens")
        String subject,

        @Schema(description = "Why, for whoever looks at the list later")
        String reason) {}
