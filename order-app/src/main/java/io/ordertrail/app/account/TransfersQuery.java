package io.ordertrail.app.account;

import io.ordertrail.api.account.AccountQuery.ListTransfers;
import io.ordertrail.api.account.TransferStatus;
import io.ordertrail.app.http.input.PageQuery;
import io.ordertrail.app.http.problem.Rejected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The query of a list of transfers, the newest first. */
record TransfersQuery(
        List<TransferStatus> status,

        @Schema(description = "From these accounts", example = "account-1")
        List<String> from,

        @Schema(description = "To these accounts", example = "account-2")
        List<String> to,

        @Schema(description = "Begun at or after") @Nullable Instant createdFrom,

        @Schema(description = "Begun before") @Nullable Instant createdTo,
        PageQuery page) {

    /** @throws Rejected the range ends before it begins */
    ListTransfers toContract() {
        if (createdFrom != null && createdTo != null && createdFrom.isAfter(createdTo)) {
            throw Rejected.turnedRound("createdFrom", "createdTo");
        }
        return new ListTransfers(
                status, from, to, createdFrom, createdTo, page.checked().size(), page.after());
    }
}
