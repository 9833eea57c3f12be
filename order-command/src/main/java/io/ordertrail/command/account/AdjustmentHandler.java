package io.ordertrail.command.account;

import io.ordertrail.api.account.AccountAction;
import io.ordertrail.api.account.AccountCommand.ApproveAdjustment;
import io.ordertrail.api.account.AccountCommand.DenyAdjustment;
import io.ordertrail.api.account.AccountCommand.Deposit;
import io.ordertrail.api.account.AccountCommand.ExpireAdjustment;
import io.ordertrail.api.account.AccountCommand.Withdraw;
import io.ordertrail.api.account.AccountEvent.AdjustmentApproved;
import io.ordertrail.api.account.AccountEvent.AdjustmentAsked;
import io.ordertrail.api.account.AccountEvent.AdjustmentDenied;
import io.ordertrail.api.account.AccountEvent.AdjustmentExpired;
import io.ordertrail.api.account.MovementKind;
import io.ordertrail.api.message.ApprovalKind;
import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.ApprovalNotFound;
import io.ordertrail.api.message.RequestRefusal.SecondPersonNeeded;
import io.ordertrail.api.message.Role;
import io.ordertrail.model.account.JournalKey;
import io.ordertrail.model.kernel.ApprovalLimits;
import io.ordertrail.model.kernel.BusinessTime;
import io.ordertrail.model.kernel.Caller;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Rule P7 of accounts: more than one person may move by hand waits for a second one. The movement is entered in the
 * journal when it is made, not when it is asked for.
 */
final class AdjustmentHandler {

    private final AccountRepository accounts;
    private final Journal journal;
    private final ApprovalLimits limits;
    private final Clock clock;

    AdjustmentHandler(AccountRepository accounts, Journal journal, ApprovalLimits limits, Clock clock) {
        this.accounts = accounts;
        this.journal = journal;
        this.limits = limits;
        this.clock = clock;
    }

    /** Whether {@code amount} of this kind needs a second person. */
    boolean isBeyond(MovementKind kind, Money amount, Caller caller) {
        return kind == MovementKind.CASH
                && !caller.is(Role.SERVICE)
                && limits.isBeyond(ApprovalKind.ADJUSTMENT, amount);
    }

    /** What could not be done now is refused now. */
    Receipt ask(Account account, Deposit command, Caller caller) {
        account.rules().allow(AccountAction.DEPOSIT);
        return ask(account, command, null, caller);
    }

    /** The same. */
    Receipt ask(Account account, Withdraw command, Caller caller) {
        account.rules().allow(AccountAction.WITHDRAW).isAvailable(command.amount());
        return ask(account, null, command, caller);
    }

    private Receipt ask(Account account, @Nullable Deposit in, @Nullable Withdraw out, Caller caller) {
        int number = account.state().adjustments().last() + 1;
        Instant end = clock.instant().plus(limits.waiting());
        return account.happened(new AdjustmentAsked(id(account), number, in, out, caller.actor(), end, now(account)));
    }

    @CommandHandler
    Receipt handle(ApproveAdjustment command, CommandMessage<?> message) {
        Caller caller = Caller.of(message.getMetaData());
        return accounts.admit(command, message, account -> {
            AdjustmentAsked asked = open(account, command.number());
            if (asked.askedBy().equals(caller.actor())) {
                throw new Refused(new SecondPersonNeeded(command.number(), caller.actor()));
            }
            account.happened(new AdjustmentApproved(id(account), command.number(), caller.actor(), now(account)));
            Deposit in = asked.deposit();
            if (in != null) {
                return journal.once(account, JournalKey.movement(in.journalId()), () -> account.deposit(in, clock));
            }
            Withdraw out = Objects.requireNonNull(asked.withdrawal());
            return journal.once(
                    account, JournalKey.movement(out.journalId()), () -> account.withdraw(out, caller, clock));
        });
    }

    @CommandHandler
    Receipt handle(DenyAdjustment command, CommandMessage<?> message) {
        Caller caller = Caller.of(message.getMetaData());
        return accounts.admit(command, message, account -> {
            open(account, command.number());
            return account.happened(new AdjustmentDenied(
                    id(account), command.number(), caller.actor(), command.reason(), now(account)));
        });
    }

    @CommandHandler
    Receipt handle(ExpireAdjustment command, CommandMessage<?> message) {
        return accounts.admit(
                command,
                message,
                account -> account.state()
                        .adjustments()
                        .of(command.number())
                        .filter(asked -> !clock.instant().isBefore(asked.expiresAt()))
                        .map(asked ->
                                account.happened(new AdjustmentExpired(id(account), command.number(), now(account))))
                        .orElseGet(account::unchanged));
    }

    private static String id(Account account) {
        return account.state().id();
    }

    private Instant now(Account account) {
        return BusinessTime.of(null, account.state().openedAt(), clock);
    }

    private static AdjustmentAsked open(Account account, int number) {
        return account.state().adjustments().of(number).orElseThrow(() -> new Refused(new ApprovalNotFound(number)));
    }
}
