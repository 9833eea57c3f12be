package io.ordertrail.app.account;

import io.ordertrail.api.account.AccountQuery.ListEntries;
import io.ordertrail.app.http.exchange.ReadRequest;
import io.ordertrail.app.http.input.PageQuery;
import io.ordertrail.app.http.problem.Rejected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The query of a statement. */
record EntriesQuery(
        @Schema(description = "Movements at or after this time; default: from the beginning") @Nullable
        Instant from,

        @Schema(description = "Movements before this time; default: until now") @Nullable
        Instant to,

        PageQuery page) {

    /** @throws Rejected the statement would end before it begins */
    ListEntries toContract(String accountId, ReadRequest read) {
        if (from != null && to != null && from.isAfter(to)) {
            throw Rejected.turnedRound("from", "to");
        }
        return new ListEntries(
                accountId, read.minVersion(), from, to, page.checked().size(), page.after());
    }
}
