package io.ordertrail.api.order;

import io.ordertrail.api.constraint.AccountIdForm;
import io.ordertrail.api.constraint.CrossChecked;
import io.ordertrail.api.constraint.CrossFaults;
import io.ordertrail.api.constraint.InBody;
import io.ordertrail.api.constraint.Note;
import io.ordertrail.api.constraint.OneOf;
import io.ordertrail.api.constraint.PositiveAmount;
import io.ordertrail.api.constraint.Reference;
import io.ordertrail.api.message.FaultCode;
import io.ordertrail.api.message.Named;
import io.ordertrail.api.message.Refusal.Fault;
import io.ordertrail.api.order.value.DebtSettlement;
import io.ordertrail.api.order.value.PaymentKind;
import io.ordertrail.api.order.value.RefundKind;
import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.api.payment.PaymentOperation;
import io.ordertrail.api.personal.PersonalData;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.stream.Stream;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What can be asked about the money of an order. */
public sealed interface OrderMoneyCommand extends OrderCommand {

    /**
     * Asks for money in one way of paying, within what is due and neither promised nor asked for (rule W2).
     *
     * @param amount null means all of that
     */
    @Named("order.PayOrder")
    record PayOrder(
            @TargetAggregateIdentifier String orderId,
            String paymentId,
            @InBody("") @NotNull @Valid PaymentChoice choice,
            @PositiveAmount @Nullable Money amount)
            implements OrderMoneyCommand, CrossChecked {

        @Override
        public Stream<Fault> crossFaults() {
            return CrossFaults.partOf(orderId, paymentId, "/paymentId");
        }
    }

    /**
     * Sent by the service itself: the refund of another order pays for this one, at most what is due and neither
     * promised nor asked for.
     *
     * @param number of the other order's ask of {@code fromPaymentId}
     */
    @Named("order.PayFromExchange")
    record PayFromExchange(
            @TargetAggregateIdentifier String orderId,
            String paymentId,
            String fromPaymentId,
            int number,
            @NotNull @PositiveAmount Money amount)
            implements OrderMoneyCommand, CrossChecked {

        @Override
        public Stream<Fault> crossFaults() {
            return CrossFaults.partOf(orderId, paymentId, "/paymentId");
        }
    }

    /**
     * Staff's word that money arrived another way ({@code MANUAL}): it is received the moment it is recorded. A
     * reference that the order knows already is refused.
     */
    @Named("order.RecordPayment")
    record RecordPayment(
            @TargetAggregateIdentifier String orderId,
            String paymentId,
            @NotNull @PositiveAmount Money amount,
            @Reference @Nullable String reference,
            @Nullable Instant at)
            implements OrderMoneyCommand, CrossChecked {

        @Override
        public Stream<Fault> crossFaults() {
            return CrossFaults.partOf(orderId, paymentId, "/paymentId");
        }
    }

    /**
     * Sent by the service itself: the outcome of a payment, whatever the state of the order.
     *
     * @param number of the ask that it answers; null if it answers the ask of the payment itself, or none
     * @param reason why it was declined
     * @param expiresAt when what is promised ends; null if nothing is promised
     */
    @Named("order.RecordPaymentAnswer")
    record RecordPaymentAnswer(
            @TargetAggregateIdentifier String orderId,
            String paymentId,
            @Nullable Integer number,
            PaymentKind kind,
            String method,
            Money amount,
            @Nullable String reference,
            @Nullable String reason,
            @Nullable Instant expiresAt,
            Instant at)
            implements OrderMoneyCommand {}

    /** Sent by the service itself: a capture, a void or a refund that was asked of a payment was not done. */
    @Named("order.RecordAskRefused")
    record RecordAskRefused(
            @TargetAggregateIdentifier String orderId,
            String paymentId,
            int number,
            PaymentOperation operation,
            String reason,
            Instant at)
            implements OrderMoneyCommand {}

    /**
     * Sent by the service itself: a refund that the order asked for has been made.
     *
     * @param number of the ask
     */
    @Named("order.RecordRefund")
    record RecordRefund(
            @TargetAggregateIdentifier String orderId, String paymentId, int number, Money amount, Instant at)
            implements OrderMoneyCommand {}

    /**
     * Sent by the service itself: the customer's bank took money back.
     *
     * @param chargebackId names it for ever: the same one twice changes nothing
     */
    @Named("order.RecordChargeback")
    record RecordChargeback(
            @TargetAggregateIdentifier String orderId,
            String paymentId,
            String chargebackId,
            Money amount,
            @Nullable String reason,
            Instant at)
            implements OrderMoneyCommand {}

    /** Sent by the service itself: the bank reversed a chargeback. */
    @Named("order.RecordChargebackReversal")
    record RecordChargebackReversal(
            @TargetAggregateIdentifier String orderId, String paymentId, String reversalId, Money amount, Instant at)
            implements OrderMoneyCommand {}

    /**
     * Staff asks for promised money before the terms do, at most what the order is worth and has not got.
     *
     * @param amount null means all that is left of the promise, as far as it is due
     */
    @Named("order.RequestCapture")
    record RequestCapture(
            @TargetAggregateIdentifier String orderId,
            String paymentId,
            @PositiveAmount @Nullable Money amount) implements OrderMoneyCommand {}

    /**
     * Staff gives a promise up. What it would have paid is due again, and is not asked for in the same way by itself.
     */
    @Named("order.RequestVoid")
    record RequestVoid(
            @TargetAggregateIdentifier String orderId,
            String paymentId,
            @Note @Nullable String reason) implements OrderMoneyCommand {}

    /**
     * Staff gives money back, and says what that is.
     *
     * @param amount null means all that is kept of the payment
     * @param kind {@code GOODWILL} lowers what the order is worth, {@code OTHER_MEANS} raises what is due,
     *     {@code CORRECTION} gives back what is too much and is at most that
     * @param to an account of the customer that gets it; null gives it back the way it came
     * @param at when the money went back, if people paid it back by hand; null means now
     */
    @Named("order.RequestRefund")
    record RequestRefund(
            @TargetAggregateIdentifier String orderId,
            String paymentId,
            @PositiveAmount @Nullable Money amount,

            @NotNull
            @OneOf(
                    value = {"GOODWILL", "OTHER_MEANS", "CORRECTION"},
                    code = FaultCode.UNSUPPORTED_KIND,
                    message =
                            "Say what the refund is: GOODWILL (the order is worth less), OTHER_MEANS (it is to be paid another way) or CORRECTION (it was too much).")
            RefundKind kind,

            @AccountIdForm @Nullable String to,
            @PersonalData @Note @Nullable String reason,
            @Nullable Instant at)
            implements OrderMoneyCommand {}

    /**
     * Repeats an ask that was refused: by the service itself when the time has come, or by staff. Changes nothing if it
     * is not the newest ask of its subject, was not refused, or is no longer wanted.
     *
     * @param subject the payment or the line that was asked
     * @param number of the ask that was refused
     */
    @Named("order.RetryAsk")
    record RetryAsk(@TargetAggregateIdentifier String orderId, String subject, int number)
            implements OrderMoneyCommand {}

    /**
     * Staff settles a debt (rule W5); its open ask is not sent any more.
     *
     * @param debtId id of its open problem
     * @param how it ended
     * @param amount null means all of it
     * @param accountId the customer's account that gets it, where it goes to one
     * @param reference of the payment that settled it, where there is one
     */
    @Named("order.SettleDebt")
    record SettleDebt(
            @TargetAggregateIdentifier String orderId,
            String debtId,
            @NotNull DebtSettlement how,
            @PositiveAmount @Nullable Money amount,
            @AccountIdForm @Nullable String accountId,
            @PersonalData @Reference @Nullable String reference,
            @PersonalData @NotBlank @Note String reason)
            implements OrderMoneyCommand, CrossChecked {

        @Override
        public Stream<Fault> crossFaults() {
            return CrossFaults.unless(
                    how == null || (how == DebtSettlement.TO_ACCOUNT) == (accountId != null),
                    "/accountId",
                    FaultCode.MISMATCH,
                    "An account is named where the money goes to one, and nowhere else.");
        }
    }

    /** Lets goods leave unpaid (rule O4): a command of its own, with a supervisor's role and a reason. */
    @Named("order.WaivePayment")
    record WaivePayment(
            @TargetAggregateIdentifier String orderId,
            @PersonalData @NotBlank @Note String reason,
            @Nullable Instant at)
            implements OrderMoneyCommand {}
}
