package io.ordertrail.app.customer;

import io.ordertrail.api.customer.CustomerCommand;
import io.ordertrail.app.http.openapi.Becomes;
import io.swagger.v3.oas.annotations.media.Schema;

/** What is asked for about what is kept of a customer. */
final class CustomerRequests {

    private CustomerRequests() {}

    /** The customer is to be forgotten. */
    @Becomes(CustomerCommand.EraseCustomer.class)
    record ErasureRequest(
            @Schema(description = "Why, for whoever must show it later; no personal data: it is kept")
            String reason) {}

    /** The customer is not to be forgotten after all. */
    @Becomes(CustomerCommand.WithdrawErasure.class)
    record ErasureWithdrawal(
            @Schema(description = "Why; no personal data: it is kept")
            String reason) {}

    /** The data is to be kept, whatever else is asked for. */
    @Becomes(CustomerCommand.PlaceLegalHold.class)
    record LegalHold(
            @Schema(description = "Which court or authority wants it, and in which matter")
            String reason) {}

    /** The data need no longer be kept. */
    @Becomes(CustomerCommand.LiftLegalHold.class)
    record LegalHoldLift(
            @Schema(description = "Why it is over") String reason) {}
}
