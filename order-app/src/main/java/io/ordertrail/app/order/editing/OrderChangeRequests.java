package io.ordertrail.app.order.editing;

import io.ordertrail.api.order.OrderCourseCommand;
import io.ordertrail.api.order.OrderMoneyCommand;
import io.ordertrail.api.order.value.CancellationReason;
import io.ordertrail.api.order.value.DebtSettlement;
import io.ordertrail.api.order.value.LineQuantity;
import io.ordertrail.api.order.value.NoteVisibility;
import io.ordertrail.app.http.input.Amount;
import io.ordertrail.app.http.openapi.Becomes;
import io.ordertrail.app.order.placing.PlaceOrder;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bodies of requests that change an order. {@code at} is when it happened; default: now. */
final class OrderChangeRequests {

    private OrderChangeRequests() {}

    @Becomes({OrderCourseCommand.CancelOrder.class, OrderCourseCommand.CancelLines.class})
    record Cancellation(
            CancellationReason reason,
            @Nullable String note,

            @Schema(
                    description = "Not given: the whole order. Given: these units, of which none may be approved for a"
                            + " shipment; an empty list means all units that are left of a partly shipped order.")
            @Nullable
            List<Units> lines,

            @Nullable Instant at) {}

    @Becomes(OrderCourseCommand.HoldOrder.class)
    record Hold(
            @Schema(description = "Why, in one word", example = "FRAUD_CHECK")
            String reason,

            @Nullable String note,
            @Nullable Instant at) {}

    @Becomes(OrderCourseCommand.ReleaseOrder.class)
    record Release(@Nullable String note, @Nullable Instant at) {}

    @Becomes(OrderCourseCommand.AddNote.class)
    record Note(
            String text,

            @Schema(description = "Who may read it; default: INTERNAL") @Nullable
            NoteVisibility visibility,

            @Nullable Instant at) {}

    @Becomes(OrderMoneyCommand.WaivePayment.class)
    record PaymentWaiver(
            @Schema(description = "Why goods may leave unpaid")
            String reason,

            @Nullable Instant at) {}

    @Becomes(OrderCourseCommand.ChangeAddress.class)
    record AddressChange(
            @Schema(description = "Where the goods go; default: unchanged")
            PlaceOrder.@Nullable Address shippingAddress,

            @Schema(description = "Where the bill goes; default: unchanged")
            PlaceOrder.@Nullable Address billingAddress) {}

    /** The settlement of a debt. */
    @Becomes(OrderMoneyCommand.SettleDebt.class)
    record Settlement(
            @Schema(
                    description = "PAID_ANOTHER_WAY: outside of the service; TO_ACCOUNT: into an account of"
                            + " the customer; WRITTEN_OFF: not paid, the money stays where it is")
            DebtSettlement how,

            @Schema(description = "How much of the debt; default: all") @Nullable
            Amount amount,

            @Schema(description = "For TO_ACCOUNT: the customer's account that gets the money") @Nullable
            String accountId,

            @Schema(description = "Reference of the payment that settled the debt", example = "bank-2") @Nullable
            String reference,

            @Schema(description = "Why the debt ends in this way")
            String reason) {}

    @Becomes(OrderCourseCommand.ApplyEdit.class)
    record EditConfirmation(@Nullable Instant at) {}

    @Becomes(OrderCourseCommand.ResolveProblem.class)
    record Resolution(
            @Schema(description = "What was done about it") @Nullable
            String note) {}

    /** A quantity of one line. */
    @Becomes(LineQuantity.class)
    record Units(String lineId, Integer quantity) {

        LineQuantity toContract() {
            return new LineQuantity(lineId, quantity);
        }
    }
}
