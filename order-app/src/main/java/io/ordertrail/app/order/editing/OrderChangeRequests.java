package io.ordertrail.app.order.editing;

import io.ordertrail.api.order.CancellationReason;
import io.ordertrail.api.order.DebtSettlement;
import io.ordertrail.api.order.LineQuantity;
import io.ordertrail.api.order.NoteVisibility;
import io.ordertrail.app.http.input.Amount;
import io.ordertrail.app.order.placing.PlaceOrder;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bodies of requests that change an order. {@code at} is when it happened; default: now. */
final class OrderChangeRequests {

    private OrderChangeRequests() {}

    record Cancellation(
            CancellationReason reason,
            @Schema(maxLength = 4000) @Nullable String note,

            @Schema(
                    description = "Not given: the whole order. Given: these units, of which none may be approved for a"
                            + " shipment; an empty list means all units that are left of a partly shipped order.")
            @Nullable
            List<Units> lines,

            @Nullable Instant at) {}

    record Hold(
            @Schema(description = "Why, in one word", example = "FRAUD_CHECK", maxLength = 100)
            String reason,

            @Schema(maxLength = 4000) @Nullable String note,
            @Nullable Instant at) {}

    record Release(
            @Schema(maxLength = 4000) @Nullable String note,
            @Nullable Instant at) {}

    record Note(
            @Schema(maxLength = 4000) String text,

            @Schema(description = "Who may read it; default: INTERNAL") @Nullable
            NoteVisibility visibility,

            @Nullable Instant at) {}

    record PaymentWaiver(
            @Schema(description = "Why goods may leave unpaid", maxLength = 4000)
            String reason,

            @Nullable Instant at) {}

    record AddressChange(
            @Schema(description = "Where the goods go; default: unchanged")
            PlaceOrder.@Nullable Address shippingAddress,

            @Schema(description = "Where the bill goes; default: unchanged")
            PlaceOrder.@Nullable Address billingAddress) {}

    /** The settlement of a debt. */
    record Settlement(
            @Schema(
                    description = "PAID_ANOTHER_WAY: outside of the service; TO_ACCOUNT: into an account of"
                            + " the customer; WRITTEN_OFF: not paid, the money stays where it is")
            DebtSettlement how,

            @Schema(description = "How much of the debt; default: all") @Nullable
            Amount amount,

            @Schema(description = "For TO_ACCOUNT: the customer's account that gets the money", maxLength = 100)
            @Nullable
            String accountId,

            @Schema(description = "Reference of the payment that settled the debt", maxLength = 100, example = "bank-2")
            @Nullable
            String reference,

            @Schema(description = "Why the debt ends in this way", maxLength = 4000)
            String reason) {}

    record EditConfirmation(@Nullable Instant at) {}

    record Resolution(
            @Schema(description = "What was done about it", maxLength = 4000) @Nullable
            String note) {}

    /** A quantity of one line. */
    record Units(
            String lineId,
            @Schema(minimum = "1", maximum = "1000000") Integer quantity) {

        LineQuantity toContract() {
            return new LineQuantity(lineId, quantity);
        }
    }
}
