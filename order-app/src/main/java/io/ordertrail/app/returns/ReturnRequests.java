package io.ordertrail.app.returns;

import io.ordertrail.api.order.OrderGoodsCommand;
import io.ordertrail.api.order.value.LineQuantity;
import io.ordertrail.api.returns.ReturnCommand;
import io.ordertrail.api.returns.ReturnCommand.ReturnedUnits;
import io.ordertrail.app.http.openapi.Becomes;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bodies of requests about returns. {@code at} is when it happened; default: now. */
final class ReturnRequests {

    private ReturnRequests() {}

    @Becomes(OrderGoodsCommand.RequestReturn.class)
    record ReturnRequest(
            List<UnitsBack> lines,

            @Schema(description = "The customer's reason, in one word", example = "DAMAGED") @Nullable
            String reason,

            @Schema(description = "Why the return is accepted although its window is over; needs the role SUPERVISOR")
            @Nullable
            String override,

            @Schema(
                    description = "Account that gets the money if the payment cannot take it back: the customer's own,"
                            + " or a gift card")
            @Nullable
            String creditAccountId,

            @Schema(
                    description = "For an exchange: the order that the refund pays first, one of the same customer that"
                            + " waits for its payment")
            @Nullable
            String exchangeOrderId,

            @Nullable Instant at) {

        List<LineQuantity> toContract() {
            return lines.stream()
                    .map(line -> new LineQuantity(line.lineId(), line.quantity()))
                    .toList();
        }
    }

    /** A quantity of one line. */
    @Becomes(LineQuantity.class)
    record UnitsBack(String lineId, Integer quantity) {}

    @Becomes(ReturnCommand.ApproveReturn.class)
    record ReturnApproval(@Nullable String note, @Nullable Instant at) {

        static final ReturnApproval NOW = new ReturnApproval(null, null);
    }

    @Becomes(ReturnCommand.RejectReturn.class)
    record ReturnRejection(
            @Schema(description = "Why, for the customer to read")
            String reason,

            @Nullable Instant at) {}

    @Becomes(ReturnCommand.ReceiveReturn.class)
    record GoodsReceipt(
            @Schema(description = "The units that came back; default: all that are still to come") @Nullable
            List<UnitsBack> lines,

            @Nullable Instant at) {

        static final GoodsReceipt ALL_NOW = new GoodsReceipt(null, null);

        List<ReturnedUnits> toContract() {
            return lines == null
                    ? List.of()
                    : lines.stream()
                            .map(line -> new ReturnedUnits(line.lineId(), line.quantity()))
                            .toList();
        }
    }

    @Becomes(ReturnCommand.RetryRefund.class)
    record RefundRetry(
            @Schema(
                    description = "Account that gets the money if the payment cannot take it back: the customer's own,"
                            + " or a gift card")
            @Nullable
            String creditAccountId,

            @Nullable Instant at) {

        static final RefundRetry NOW = new RefundRetry(null, null);
    }
}
