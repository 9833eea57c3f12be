package io.ordertrail.api.account;

import io.ordertrail.api.constraint.AccountIdForm;
import io.ordertrail.api.constraint.CrossChecked;
import io.ordertrail.api.constraint.CrossFaults;
import io.ordertrail.api.constraint.Label;
import io.ordertrail.api.constraint.Note;
import io.ordertrail.api.constraint.OneOf;
import io.ordertrail.api.constraint.PositiveAmount;
import io.ordertrail.api.constraint.Price;
import io.ordertrail.api.constraint.Reference;
import io.ordertrail.api.message.FaultCode;
import io.ordertrail.api.message.Named;
import io.ordertrail.api.message.Refusal.Fault;
import io.ordertrail.api.personal.PersonalData;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.stream.Stream;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked of an account. A {@code journalId} names a movement for ever: the same one twice changes nothing
 * (rule A4). {@code at} is the business time of what happened before it was entered; null means now.
 */
public sealed interface AccountCommand {

    /** The account that is meant: {@link AccountId}. */
    String accountId();

    /** @param creditLimit how far below zero the available balance may go, zero or more; null means zero */
    @Named("account.OpenAccount")
    record OpenAccount(
            @NotNull @AccountIdForm @TargetAggregateIdentifier
            String accountId,

            @NotBlank @Reference String ownerId,
            @NotNull AccountKind kind,
            @NotNull CurrencyUnit currency,
            @Price @Nullable Money creditLimit,
            @Nullable Instant at)
            implements AccountCommand, CrossChecked {

        @Override
        public Stream<Fault> crossFaults() {
            return CrossFaults.inCurrency(currency, creditLimit, "/creditLimit");
        }
    }

    /**
     * Puts money in.
     *
     * @param kind where it comes from; settles the counter account (rule A3)
     * @param orderId the order that it belongs to, of a refund
     */
    @Named("account.Deposit")
    record Deposit(
            @TargetAggregateIdentifier String accountId,
            @NotBlank @Label String journalId,

            @NotNull
            @OneOf(
                    value = {"CASH", "REFUND", "TRANSFER"},
                    code = FaultCode.NOT_THIS_WAY,
                    message = "Money of this kind does not come in this way.")
            MovementKind kind,

            @NotNull @PositiveAmount Money amount,
            @PersonalData @Reference @Nullable String reference,
            @Reference @Nullable String orderId,
            @Nullable Instant at)
            implements AccountCommand {}

    /** Takes money out, as far as it is available (rule A1). */
    @Named("account.Withdraw")
    record Withdraw(
            @TargetAggregateIdentifier String accountId,
            @NotBlank @Label String journalId,

            @NotNull
            @OneOf(
                    value = {"CASH", "TRANSFER"},
                    code = FaultCode.NOT_THIS_WAY,
                    message = "Money of this kind does not go out this way.")
            MovementKind kind,

            @NotNull @PositiveAmount Money amount,
            @PersonalData @Reference @Nullable String reference,
            @Nullable Instant at)
            implements AccountCommand {}

    /**
     * Sets money aside for an order; it stays in the balance and is no longer available. What the service itself asks
     * for and does not get is {@link AccountEvent.HoldRefused} for ever, and the receipt is of that event: who asks
     * looks at it. Everybody else's is refused.
     *
     * @param customerId whose order it is: a customer's account pays for its owner only; null if it is for no order
     */
    @Named("account.HoldFunds")
    record HoldFunds(
            @TargetAggregateIdentifier String accountId,
            @NotBlank @Label String holdId,
            @NotNull @PositiveAmount Money amount,
            @Reference @Nullable String orderId,
            @Reference @Nullable String customerId,
            @Nullable Instant at)
            implements AccountCommand {}

    /** Takes {@code amount} of what is held. What is left stays held. */
    @Named("account.CaptureHold")
    record CaptureHold(
            @TargetAggregateIdentifier String accountId,
            @NotBlank @Label String holdId,
            @NotBlank @Label String journalId,
            @NotNull @PositiveAmount Money amount,
            @Nullable Instant at)
            implements AccountCommand {}

    /** Makes what is left of a hold available again. */
    @Named("account.ReleaseHold")
    record ReleaseHold(
            @TargetAggregateIdentifier String accountId,
            @NotBlank @Label String holdId,
            @Note @Nullable String reason,
            @Nullable Instant at)
            implements AccountCommand {}

    /**
     * Lets nothing be taken out and nothing new be held. Money may come in, and what is held already may be captured.
     */
    @Named("account.FreezeAccount")
    record FreezeAccount(
            @TargetAggregateIdentifier String accountId,
            @NotBlank @Reference String reason,
            @Nullable Instant at) implements AccountCommand {}

    @Named("account.UnfreezeAccount")
    record UnfreezeAccount(
            @TargetAggregateIdentifier String accountId,
            @Note @Nullable String note,
            @Nullable Instant at) implements AccountCommand {}

    /** Only at zero, with no holds and with no transfer out of it under way (rule A5). */
    @Named("account.CloseAccount")
    record CloseAccount(
            @TargetAggregateIdentifier String accountId,
            @Reference @Nullable String reason,
            @Nullable Instant at) implements AccountCommand {}

    /**
     * Sent by the service itself: a transfer out of the account has ended, and stands in the way of its closing no
     * longer.
     */
    @Named("account.RecordTransferEnded")
    record RecordTransferEnded(@TargetAggregateIdentifier String accountId, String transferId)
            implements AccountCommand {}

    /** A second person agrees to what was asked for: the money moves at once, or is refused as it would be now. */
    @Named("account.ApproveAdjustment")
    record ApproveAdjustment(@TargetAggregateIdentifier String accountId, int number) implements AccountCommand {}

    /** A second person does not agree, or who has asked thinks better of it. */
    @Named("account.DenyAdjustment")
    record DenyAdjustment(
            @TargetAggregateIdentifier String accountId,
            int number,
            @NotBlank @Note String reason) implements AccountCommand {}

    /** Sent by the service itself when the time is over; changes nothing if somebody has decided before. */
    @Named("account.ExpireAdjustment")
    record ExpireAdjustment(@TargetAggregateIdentifier String accountId, int number) implements AccountCommand {}
}
