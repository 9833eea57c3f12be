package io.ordertrail.app.payment;

import io.ordertrail.api.payment.PaymentQuery.ListPayments;
import io.ordertrail.api.payment.PaymentStage;
import io.ordertrail.app.http.input.PageQuery;
import io.ordertrail.app.http.problem.Rejected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The query of a list of payments of all orders, the newest first. */
record PaymentsQuery(
        List<PaymentStage> status,

        @Schema(description = "Of these providers, by name", example = "MANUAL")
        List<String> method,

        @Schema(description = "The whole reference of money that came by hand (MANUAL)", example = "bank-1")
        List<String> reference,

        @Schema(description = "Whether the outcome of a request to a provider is unknown") @Nullable
        Boolean unknown,

        @Schema(description = "Begun at or after") @Nullable Instant createdFrom,

        @Schema(description = "Begun before") @Nullable Instant createdTo,
        PageQuery page) {

    /** @throws Rejected the range ends before it begins */
    ListPayments toContract() {
        if (createdFrom != null && createdTo != null && createdFrom.isAfter(createdTo)) {
            throw Rejected.turnedRound("createdFrom", "createdTo");
        }
        return new ListPayments(
                status,
                method,
                reference,
                unknown,
                createdFrom,
                createdTo,
                page.checked().size(),
                page.after());
    }
}
