package io.ordertrail.api.order;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.ordertrail.api.message.ApprovalKind;
import io.ordertrail.api.message.Named;
import io.ordertrail.api.message.Sentence;
import io.ordertrail.api.order.OrderMoneyCommand.RequestRefund;
import io.ordertrail.api.order.OrderMoneyCommand.SettleDebt;
import io.ordertrail.api.order.OrderMoneyCommand.WaivePayment;
import io.ordertrail.api.order.value.DebtSettlement;
import io.ordertrail.api.order.value.PaymentKind;
import io.ordertrail.api.order.value.RefundKind;
import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.api.payment.PaymentOperation;
import io.ordertrail.api.personal.PersonalData;
import java.time.Duration;
import java.time.Instant;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What happened to the money of an order. */
public sealed interface OrderMoneyEvent extends OrderEvent {

    /**
     * Money was promised or received, or will not come.
     *
     * @param number of the ask that this answers; null if it answers {@link PaymentAsked}, or no ask
     * @param reason why it was declined
     * @param expiresAt when what is promised ends unless it is captured; null if nothing is promised
     */
    @Named("order.PaymentProcessed")
    record PaymentProcessed(
            String orderId,
            String paymentId,
            @Nullable Integer number,
            PaymentKind kind,
            String method,
            Money amount,
            @PersonalData @Nullable String reference,
            @PersonalData @Nullable String reason,
            @Nullable Instant expiresAt,
            Instant at)
            implements OrderMoneyEvent {}

    /** The order asks for money: a payment of this id is to be begun (rule W2). */
    @Named("order.PaymentAsked")
    record PaymentAsked(
            String orderId, String paymentId, String customerId, PaymentChoice choice, Money amount, Instant at)
            implements OrderMoneyEvent {}

    /**
     * The order asks for {@code amount} of what a payment has promised; {@code number} counts the asks of the payment.
     */
    @Named("order.CaptureAsked")
    @Sentence("Asked for {amount} of what was promised (ask {number})")
    record CaptureAsked(String orderId, String paymentId, int number, Money amount, Instant at)
            implements OrderMoneyEvent {}

    /** The order no longer needs the rest of what a payment has promised. */
    @Named("order.VoidAsked")
    @Sentence("Asked to give up what was promised (ask {number})[: {reason}]")
    record VoidAsked(
            String orderId,
            String paymentId,
            int number,
            @PersonalData @Nullable String reason,
            Instant at) implements OrderMoneyEvent {}

    /**
     * The order gives {@code amount} of what a payment brought back.
     *
     * @param returnId the return that it is for; null if it is for none
     * @param to the account or the other order that gets it; null if it goes back the way it came
     */
    @Named("order.RefundAsked")
    record RefundAsked(
            String orderId,
            String paymentId,
            int number,
            Money amount,
            RefundKind kind,
            @Nullable String returnId,
            @Nullable String to,
            @PersonalData @Nullable String reason,
            Instant at)
            implements OrderMoneyEvent {}

    /**
     * What was asked of a payment was not done.
     *
     * @param failures how often in a row the payment has refused this operation, from 1
     * @param retryAfter how long after this was recorded it is asked again by itself
     */
    @Named(value = "order.AskRefused", revision = "2")
    record AskRefused(
            String orderId,
            String paymentId,
            int number,
            PaymentOperation operation,
            @PersonalData String reason,
            int failures,
            Duration retryAfter,
            Instant at)
            implements OrderMoneyEvent {}

    /** What was refused may be asked for again: of the payment or of stock, for the line. Exactly one is there. */
    @Named(value = "order.AskRetried", revision = "2")
    @Sentence("May ask[ {paymentId}][ stock for line {lineId}] once more (ask {number})")
    record AskRetried(
            String orderId,
            @Nullable String paymentId,
            @Nullable String lineId,
            int number,
            Instant at) implements OrderMoneyEvent {

        public static AskRetried ofPayment(String orderId, String paymentId, int number, Instant at) {
            return new AskRetried(orderId, paymentId, null, number, at);
        }

        public static AskRetried ofLine(String orderId, String lineId, int number, Instant at) {
            return new AskRetried(orderId, null, lineId, number, at);
        }
    }

    /**
     * Somebody said how a debt ended.
     *
     * @param paymentId whose money it was; null if the customer owed it
     */
    @Named("order.DebtSettled")
    record DebtSettled(
            String orderId,
            String debtId,
            DebtSettlement how,
            @Nullable String paymentId,
            Money amount,
            @PersonalData @Nullable String reference,
            @PersonalData String reason,
            Instant at)
            implements OrderMoneyEvent {}

    /**
     * Somebody asked for more than one person may decide on. Exactly one of the commands is there.
     *
     * @param number counts what was asked for of the order, from 1
     * @param amount of money that it is about
     * @param askedBy who must not be who approves it
     * @param expiresAt when it is over, unless somebody decides on it before
     */
    @Named("order.ApprovalAsked")
    @Sentence("Asked for a second person: {kind} of {amount}")
    record ApprovalAsked(
            String orderId,
            int number,
            ApprovalKind kind,
            Money amount,
            @Nullable RequestRefund refund,
            @Nullable WaivePayment waiver,
            @Nullable SettleDebt settlement,
            String askedBy,
            Instant expiresAt,
            Instant at)
            implements OrderMoneyEvent {

        /** Why it was asked for; null if that was not said. */
        @JsonIgnore
        public @Nullable String reason() {
            if (refund != null) {
                return refund.reason();
            }
            return waiver != null ? waiver.reason() : settlement == null ? null : settlement.reason();
        }
    }

    /** What was asked for is done: events of that follow. */
    @Named("order.ApprovalGiven")
    @Sentence("Approved what was asked for ({number})")
    record ApprovalGiven(String orderId, int number, String by, Instant at) implements OrderMoneyEvent {}

    @Named("order.ApprovalDenied")
    @Sentence("Did not approve what was asked for ({number}): {reason}")
    record ApprovalDenied(
            String orderId,
            int number,
            String by,
            @PersonalData String reason,
            Instant at) implements OrderMoneyEvent {}

    @Named("order.ApprovalExpired")
    @Sentence("Nobody decided in time on what was asked for ({number})")
    record ApprovalExpired(String orderId, int number, Instant at) implements OrderMoneyEvent {}

    @Named("order.PaymentWaived")
    @Sentence("Allowed to leave unpaid")
    record PaymentWaived(String orderId, @PersonalData String reason, Instant at) implements OrderMoneyEvent {}

    /**
     * Money went back.
     *
     * @param number of the ask that this answers; null for a chargeback
     * @param refundId names it for ever
     * @param to the account or the other order that got it; null if it went back the way it came
     */
    @Named("order.RefundRecorded")
    record RefundRecorded(
            String orderId,
            String paymentId,
            @Nullable Integer number,
            String refundId,
            RefundKind kind,
            Money amount,
            @Nullable String to,
            @PersonalData @Nullable String reason,
            Instant at)
            implements OrderMoneyEvent {}

    /** The bank gave back what it had taken. */
    @Named("order.ChargebackReversed")
    @Sentence("The customer's bank gave {amount} back again")
    record ChargebackReversed(String orderId, String paymentId, String reversalId, Money amount, Instant at)
            implements OrderMoneyEvent {}
}
