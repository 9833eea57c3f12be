package io.ordertrail.api.returns;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import io.ordertrail.api.constraint.AccountIdForm;
import io.ordertrail.api.constraint.CrossChecked;
import io.ordertrail.api.constraint.CrossFaults;
import io.ordertrail.api.constraint.Label;
import io.ordertrail.api.constraint.Note;
import io.ordertrail.api.constraint.Price;
import io.ordertrail.api.constraint.Units;
import io.ordertrail.api.message.FaultCode;
import io.ordertrail.api.message.Named;
import io.ordertrail.api.message.Refusal.Fault;
import io.ordertrail.api.personal.PersonalData;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Commands of a return (RMA). {@code at} is the business time of an event that is entered later; null means now. */
public sealed interface ReturnCommand {

    /** The return that is meant: {@link io.ordertrail.api.order.OrderId#returned}. */
    String returnId();

    /** As many lines as an order has at most, each with every disposition. */
    int MOST = 3000;

    /**
     * Sent by the service itself once the order has admitted it (rules R1 and R2).
     *
     * @param creditAccountId the account that gets the money where the payment cannot take it back
     */
    @Named("return.OpenReturn")
    record OpenReturn(
            @TargetAggregateIdentifier String returnId,
            String orderId,
            @NotEmpty List<ReturnLine> lines,
            @AccountIdForm @Nullable String creditAccountId,
            Instant at)
            implements ReturnCommand, CrossChecked {

        @Override
        public Stream<Fault> crossFaults() {
            return CrossFaults.partOf(orderId, returnId, "/returnId");
        }
    }

    @Named("return.ApproveReturn")
    record ApproveReturn(
            @TargetAggregateIdentifier String returnId,
            @Note @Nullable String note,
            @Nullable Instant at) implements ReturnCommand {}

    @Named("return.RejectReturn")
    record RejectReturn(
            @TargetAggregateIdentifier String returnId,
            @NotBlank @Note String reason,
            @Nullable Instant at) implements ReturnCommand {}

    /** The goods arrived. No lines means all of them. */
    @Named("return.ReceiveReturn")
    record ReceiveReturn(
            @TargetAggregateIdentifier String returnId,

            @Size(max = MOST, message = "has more than {max} of these.")
            List<@NotNull @Valid ReturnedUnits> lines,

            @Nullable Instant at)
            implements ReturnCommand, CrossChecked {

        @Override
        public Stream<Fault> crossFaults() {
            return CrossFaults.eachOnce(lines, ReturnedUnits::lineId);
        }
    }

    /**
     * The result of the inspection: a verdict for every unit that was received.
     *
     * @param shipping how much of the paid shipping is refunded too; null means none. Its order limits it
     * @param deduction what the shop keeps, for restocking or wear; null means nothing. At most what the goods were
     *     worth
     * @param deductionReason why; must be there with a deduction
     */
    @Named("return.InspectReturn")
    record InspectReturn(
            @TargetAggregateIdentifier String returnId,

            @NotEmpty @Size(max = MOST, message = "has more than {max} of these.")
            List<@NotNull @Valid Verdict> verdicts,

            @Price @Nullable Money shipping,
            @Price @Nullable Money deduction,
            @Label @Nullable String deductionReason,
            @Nullable Instant at)
            implements ReturnCommand, CrossChecked {

        @Override
        public Stream<Fault> crossFaults() {
            return CrossFaults.unless(
                    deduction == null || deductionReason != null && !deductionReason.isBlank(),
                    "/deductionReason",
                    FaultCode.REQUIRED,
                    "deductionReason is missing.");
        }
    }

    /**
     * Retries a refund that failed.
     *
     * @param creditAccountId the account that gets what no payment can take back; null leaves it as it was
     */
    @Named("return.RetryRefund")
    record RetryRefund(
            @TargetAggregateIdentifier String returnId,
            @AccountIdForm @Nullable String creditAccountId,
            @Nullable Instant at)
            implements ReturnCommand {}

    /**
     * Sent by the service itself: its order owes nothing more for it, and it ends.
     *
     * @param amount the money that went back; zero if nothing had been paid
     * @param to the payments, accounts and orders that it went to, with commas; null if none
     */
    @Named("return.SettleReturn")
    record SettleReturn(
            @TargetAggregateIdentifier String returnId,
            Money amount,
            @Nullable String to) implements ReturnCommand {}

    /** Ends a return if its goods did not come in time. */
    @Named("return.ExpireReturn")
    record ExpireReturn(@TargetAggregateIdentifier String returnId) implements ReturnCommand {}

    /** Ends a return that was inspected. If a refund is still due, only a supervisor can end it. */
    @Named("return.CloseReturn")
    record CloseReturn(@TargetAggregateIdentifier String returnId) implements ReturnCommand {}

    /** So many units of a line. */
    record ReturnedUnits(String lineId, @Units int quantity) {

        @Override
        public String toString() {
            return quantity + " of line " + lineId;
        }
    }

    /** What becomes of so many units of a line. */
    record Verdict(
            String lineId,
            @Units int quantity,
            @NotNull Disposition disposition,
            @PersonalData @Note @Nullable String note) {}

    /** What becomes of a returned unit. */
    enum Disposition {
        /** As good as new: refunded, and sold again. */
        RESTOCK,
        /** Refunded, and not sold again. */
        WRITE_OFF,
        /** Not as promised: neither refunded nor sold again. */
        REJECT,
        /** A constant of a later release. No caller may send it. */
        @JsonEnumDefaultValue
        UNKNOWN
    }
}
