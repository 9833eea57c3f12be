package io.ordertrail.app.account;

import io.ordertrail.api.account.AccountQuery.ListAccounts;
import io.ordertrail.app.http.input.PageQuery;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The query of a list of accounts, the newest first. */
record AccountsQuery(
        @Schema(description = "Accounts of this owner only", maxLength = 100, example = "c-1042") @Nullable
        String ownerId,

        PageQuery page) {

    ListAccounts toContract() {
        return new ListAccounts(ownerId, page.checked().size(), page.after());
    }
}
