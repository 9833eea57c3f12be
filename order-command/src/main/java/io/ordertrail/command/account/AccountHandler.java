package io.ordertrail.command.account;

import io.ordertrail.api.account.AccountCommand.CaptureHold;
import io.ordertrail.api.account.AccountCommand.CloseAccount;
import io.ordertrail.api.account.AccountCommand.Deposit;
import io.ordertrail.api.account.AccountCommand.HoldFunds;
import io.ordertrail.api.account.AccountCommand.ReleaseHold;
import io.ordertrail.api.account.AccountCommand.Withdraw;
import io.ordertrail.api.account.AccountRefusal.RefundUnderWay;
import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.message.Refused;
import io.ordertrail.model.account.AccountState;
import io.ordertrail.model.account.JournalKey;
import io.ordertrail.model.kernel.Caller;
import io.ordertrail.model.kernel.Faults;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.CommandMessage;
import org.joda.money.CurrencyUnit;

/**
 * Where money is moved: makes sure that no movement and no hold is entered twice (rule A4), and lets the account
 * decide.
 */
final class AccountHandler {

    private final AccountRepository accounts;
    private final Journal journal;
    private final Function<String, Optional<String>> refunds;
    private final AdjustmentHandler adjustments;
    private final Clock clock;

    /** @param refunds a payment of which a refund is on its way to the account of an id, if any is */
    AccountHandler(
            AccountRepository accounts,
            Journal journal,
            Function<String, Optional<String>> refunds,
            AdjustmentHandler adjustments,
            Clock clock) {
        this.accounts = accounts;
        this.journal = journal;
        this.refunds = refunds;
        this.adjustments = adjustments;
        this.clock = clock;
    }

    @CommandHandler
    Receipt handle(Deposit command, CommandMessage<?> message) {
        return accounts.admit(command, message, account -> {
            Faults.inCurrency(command.amount(), "/amount", currency(account));
            Caller caller = Caller.of(message.getMetaData());
            return adjustments.isBeyond(command.kind(), command.amount(), caller)
                    ? adjustments.ask(account, command, caller)
                    : journal.once(
                            account, JournalKey.movement(command.journalId()), () -> account.deposit(command, clock));
        });
    }

    @CommandHandler
    Receipt handle(Withdraw command, CommandMessage<?> message) {
        return accounts.admit(command, message, account -> {
            Faults.inCurrency(command.amount(), "/amount", currency(account));
            Caller caller = Caller.of(message.getMetaData());
            return adjustments.isBeyond(command.kind(), command.amount(), caller)
                    ? adjustments.ask(account, command, caller)
                    : journal.once(
                            account,
                            JournalKey.movement(command.journalId()),
                            () -> account.withdraw(command, caller, clock));
        });
    }

    @CommandHandler
    Receipt handle(HoldFunds command, CommandMessage<?> message) {
        return accounts.admit(command, message, account -> {
            Faults.inCurrency(command.amount(), "/amount", currency(account));
            account.rules().holdsNothingElse(command.holdId(), command.amount());
            return journal.once(
                    account,
                    JournalKey.hold(command.holdId()),
                    () -> account.hold(command, Caller.of(message.getMetaData()), clock));
        });
    }

    @CommandHandler
    Receipt handle(CaptureHold command, CommandMessage<?> message) {
        return accounts.admit(command, message, account -> {
            Faults.inCurrency(command.amount(), "/amount", currency(account));
            return journal.once(
                    account, JournalKey.movement(command.journalId()), () -> account.capture(command, clock));
        });
    }

    /** Of a hold that was released or captured already, nothing is left to release. */
    @CommandHandler
    Receipt handle(ReleaseHold command, CommandMessage<?> message) {
        return accounts.admit(command, message, account -> {
            AccountState state = account.state();
            boolean ended = !state.holds().containsKey(command.holdId())
                    && journal.knows(state.id(), state.journals(), JournalKey.hold(command.holdId()));
            return ended ? account.unchanged() : account.release(command, clock);
        });
    }

    /** What is under way to it, an account cannot see. */
    @CommandHandler
    Receipt handle(CloseAccount command, CommandMessage<?> message) {
        return accounts.admit(command, message, account -> {
            refunds.apply(command.accountId()).ifPresent(payment -> {
                throw new Refused(new RefundUnderWay(payment));
            });
            return account.close(command, clock);
        });
    }

    private static CurrencyUnit currency(Account account) {
        return account.state().balance().getCurrencyUnit();
    }
}
