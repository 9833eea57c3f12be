package io.ordertrail.api.account;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.ordertrail.api.account.AccountCommand.Deposit;
import io.ordertrail.api.account.AccountCommand.Withdraw;
import io.ordertrail.api.message.DatedEvent;
import io.ordertrail.api.message.Named;
import io.ordertrail.api.message.Sentence;
import io.ordertrail.api.personal.DataSubject;
import io.ordertrail.api.personal.PersonalData;
import java.time.Instant;
import java.util.Objects;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Events of an account. Stored for ever. {@code at} is the business time. */
public sealed interface AccountEvent extends DatedEvent {

    @DataSubject(byOwner = true)
    String accountId();

    @Named("account.AccountCreated")
    @Sentence("Opened for {ownerId} in {currency}, credit up to {creditLimit}")
    record AccountCreated(
            String accountId,
            @DataSubject String ownerId,
            AccountKind kind,
            CurrencyUnit currency,
            Money creditLimit,
            Instant at)
            implements AccountEvent {}

    /** {@code counterAccount} is debited by the same amount (rule A3). */
    @Named("account.Deposited")
    @Sentence("{amount} came from {counterAccount}[, reference {reference}][, for {orderId}]")
    record Deposited(
            String accountId,
            String journalId,
            MovementKind kind,
            Money amount,
            String counterAccount,
            @PersonalData @Nullable String reference,
            @Nullable String orderId,
            Instant at)
            implements AccountEvent {}

    /** {@code counterAccount} is credited by the same amount (rule A3). */
    @Named("account.Withdrawn")
    @Sentence("{amount} went to {counterAccount}[, reference {reference}]")
    record Withdrawn(
            String accountId,
            String journalId,
            MovementKind kind,
            Money amount,
            String counterAccount,
            @PersonalData @Nullable String reference,
            Instant at)
            implements AccountEvent {}

    /**
     * What a transfer wanted to take was not taken, and never will be under this id.
     *
     * @param code that of the refusal, as is {@code detail}
     */
    @Named("account.WithdrawalRefused")
    @Sentence("{amount} was not taken: {detail}")
    record WithdrawalRefused(
            String accountId,
            String journalId,
            Money amount,
            String code,
            @PersonalData String detail,
            Instant at) implements AccountEvent {}

    @Named("account.FundsHeld")
    @Sentence("{amount} is held[ for {orderId}]")
    record FundsHeld(
            String accountId,
            String holdId,
            Money amount,
            @Nullable String orderId,
            Instant at) implements AccountEvent {}

    /**
     * What the service itself wanted to hold was not held, and never will be under this id.
     *
     * @param code that of the refusal, as is {@code detail}
     */
    @Named("account.HoldRefused")
    @Sentence("{amount} was not held[ for {orderId}]: {detail}")
    record HoldRefused(
            String accountId,
            String holdId,
            Money amount,
            @Nullable String orderId,
            String code,
            @PersonalData String detail,
            Instant at)
            implements AccountEvent {}

    /** {@code counterAccount} is credited by the same amount (rule A3). */
    @Named("account.HoldCaptured")
    @Sentence("{amount} of what was held went to {counterAccount}[ for {orderId}]")
    record HoldCaptured(
            String accountId,
            String holdId,
            String journalId,
            Money amount,
            String counterAccount,
            @Nullable String orderId,
            Instant at)
            implements AccountEvent {}

    /** {@code amount} is what was left of the hold. */
    @Named("account.HoldReleased")
    @Sentence("{amount} is no longer held[: {reason}]")
    record HoldReleased(
            String accountId,
            String holdId,
            Money amount,
            @PersonalData @Nullable String reason,
            Instant at) implements AccountEvent {}

    @Named("account.AccountFrozen")
    @Sentence("Frozen: {reason}")
    record AccountFrozen(String accountId, @PersonalData String reason, Instant at) implements AccountEvent {}

    @Named("account.AccountUnfrozen")
    @Sentence("No longer frozen[: {note}]")
    record AccountUnfrozen(
            String accountId, @PersonalData @Nullable String note, Instant at) implements AccountEvent {}

    @Named("account.AccountClosed")
    @Sentence("Closed[: {reason}]")
    record AccountClosed(
            String accountId, @PersonalData @Nullable String reason, Instant at) implements AccountEvent {}

    /** A transfer out of the account has ended, one way or the other. */
    @Named("account.TransferEnded")
    @Sentence("The transfer {transferId} has ended")
    record TransferEnded(String accountId, String transferId, Instant at) implements AccountEvent {}

    /**
     * Somebody asked for more than one person may decide on. Exactly one of the commands is there.
     *
     * @param number counts what was asked for of the account, from 1
     * @param askedBy who must not be who approves it
     * @param expiresAt when it is over, unless somebody decides on it before
     */
    @Named("account.AdjustmentAsked")
    @Sentence("Asked for a second person ({number})")
    record AdjustmentAsked(
            String accountId,
            int number,
            @Nullable Deposit deposit,
            @Nullable Withdraw withdrawal,
            String askedBy,
            Instant expiresAt,
            Instant at)
            implements AccountEvent {

        /** What comes; negative if it leaves. */
        @JsonIgnore
        public Money amount() {
            return deposit == null ? Objects.requireNonNull(withdrawal).amount().negated() : deposit.amount();
        }
    }

    /** The money moves: the event of that follows. */
    @Named("account.AdjustmentApproved")
    @Sentence("Approved what was asked for ({number})")
    record AdjustmentApproved(String accountId, int number, String by, Instant at) implements AccountEvent {}

    @Named("account.AdjustmentDenied")
    @Sentence("Did not approve what was asked for ({number}): {reason}")
    record AdjustmentDenied(
            String accountId,
            int number,
            String by,
            @PersonalData String reason,
            Instant at) implements AccountEvent {}

    @Named("account.AdjustmentExpired")
    @Sentence("Nobody decided in time on what was asked for ({number})")
    record AdjustmentExpired(String accountId, int number, Instant at) implements AccountEvent {}
}
