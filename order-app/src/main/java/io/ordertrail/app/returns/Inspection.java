package io.ordertrail.app.returns;

import io.ordertrail.api.constraint.Label;
import io.ordertrail.api.message.FaultCode;
import io.ordertrail.api.order.value.Shipping;
import io.ordertrail.api.order.view.OrderView;
import io.ordertrail.api.returns.ReturnCommand;
import io.ordertrail.api.returns.ReturnCommand.Disposition;
import io.ordertrail.api.returns.ReturnCommand.InspectReturn;
import io.ordertrail.api.returns.ReturnCommand.Verdict;
import io.ordertrail.app.http.input.Amount;
import io.ordertrail.app.http.input.MoneyMapper;
import io.ordertrail.app.http.openapi.Becomes;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The body of a request that says what was found of goods that came back. */
@Becomes(ReturnCommand.InspectReturn.class)
record Inspection(
        @Schema(
                description =
                        "One or more for each line of which units came back; their quantities add up to those units")
        List<Finding> verdicts,

        @Schema(description = "Whether everything that was paid for shipping is refunded too; default: false") @Nullable
        Boolean refundShipping,

        @Schema(description = "Instead of that: how much of the shipping is refunded, tax included") @Nullable
        Amount shipping,

        @Schema(description = "What the shop keeps, for restocking or wear; default: 0") @Nullable
        Deduction deduction,

        @Schema(description = "When it was inspected; default: now") @Nullable
        Instant at) {

    /** What becomes of so many units of a line. */
    @Becomes(ReturnCommand.Verdict.class)
    record Finding(
            String lineId,
            Integer quantity,

            @Schema(description = "RESTOCK: refund, and sell again; WRITE_OFF: refund only; REJECT: neither")
            Disposition disposition,

            @Nullable String note) {}

    /** At most what the goods were worth. */
    record Deduction(
            Amount amount,

            @Schema(description = "Why, for the customer to read") @Label
            String reason) {}

    /**
     * @param order asked only where all of its shipping goes back; how much of that is left to go back, it decides
     *     itself
     * @throws io.ordertrail.api.message.Refused an amount means nothing, or the two ways of giving shipping back are
     *     both used
     */
    InspectReturn toContract(String returnId, Supplier<OrderView> order) {
        MoneyMapper meaning = new MoneyMapper();
        boolean allOfIt = Boolean.TRUE.equals(refundShipping);
        if (allOfIt && shipping != null) {
            meaning.fault(
                    "/shipping",
                    FaultCode.NOT_ALLOWED,
                    "Either all of the shipping goes back, or the amount that is given.");
        }
        Money part = shipping == null ? null : meaning.money(shipping, "/shipping");
        Money kept = deduction == null ? null : meaning.money(deduction.amount(), "/deduction/amount");
        meaning.orRefuse();
        return new InspectReturn(
                returnId,
                verdicts.stream()
                        .map(found -> new Verdict(found.lineId(), found.quantity(), found.disposition(), found.note()))
                        .toList(),
                allOfIt ? paid(order.get().shipping()) : part,
                kept,
                deduction == null ? null : deduction.reason(),
                at);
    }

    /** Null if there was no shipping to pay for. */
    private static @Nullable Money paid(@Nullable Shipping shipping) {
        return shipping == null ? null : shipping.gross();
    }
}
