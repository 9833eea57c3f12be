package io.ordertrail.command.account;

import io.ordertrail.api.account.AccountCommand.CaptureHold;
import io.ordertrail.api.account.AccountCommand.CloseAccount;
import io.ordertrail.api.account.AccountCommand.Deposit;
import io.ordertrail.api.account.AccountCommand.FreezeAccount;
import io.ordertrail.api.account.AccountCommand.HoldFunds;
import io.ordertrail.api.account.AccountCommand.OpenAccount;
import io.ordertrail.api.account.AccountCommand.ReleaseHold;
import io.ordertrail.api.account.AccountCommand.UnfreezeAccount;
import io.ordertrail.api.account.AccountCommand.Withdraw;
import io.ordertrail.api.account.AccountId;
import io.ordertrail.api.account.MovementKind;
import io.ordertrail.api.account.TransferCommand.InitiateTransfer;
import io.ordertrail.api.message.RequestRefusal.InvalidRequest;
import io.ordertrail.model.account.JournalKey;
import io.ordertrail.model.kernel.Faults;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Whether a command means anything, whatever state the account is in; refused with {@link InvalidRequest} where it does not. */
final class AccountValidation {

    private static final Set<MovementKind> COMES_IN =
            Set.of(MovementKind.CASH, MovementKind.REFUND, MovementKind.TRANSFER);
    private static final Set<MovementKind> GOES_OUT = Set.of(MovementKind.CASH, MovementKind.TRANSFER);

    private AccountValidation() {}

    static void check(OpenAccount command) {
        Faults faults = new Faults();
        accountId(faults, command.accountId(), "/accountId");
        faults.text(command.ownerId(), "/ownerId", Faults.MAX_REFERENCE).present(command.kind(), "/kind");
        if (faults.present(command.currency(), "/currency") && command.creditLimit() != null) {
            faults.amount(command.creditLimit(), "/creditLimit", command.currency());
        }
        faults.refuseIfAny();
    }

    static void check(Deposit command, CurrencyUnit currency) {
        Faults faults = new Faults();
        kind(faults, command.kind(), COMES_IN);
        id(faults, command.journalId(), "/journalId");
        moves(faults, command.amount(), currency);
        faults.optionalText(command.reference(), "/reference", Faults.MAX_REFERENCE)
                .optionalText(command.orderId(), "/orderId", Faults.MAX_REFERENCE)
                .refuseIfAny();
    }

    static void check(Withdraw command, CurrencyUnit currency) {
        Faults faults = new Faults();
        kind(faults, command.kind(), GOES_OUT);
        id(faults, command.journalId(), "/journalId");
        moves(faults, command.amount(), currency);
        faults.optionalText(command.reference(), "/reference", Faults.MAX_REFERENCE)
                .refuseIfAny();
    }

    static void check(HoldFunds command, CurrencyUnit currency) {
        Faults faults = new Faults();
        id(faults, command.holdId(), "/holdId");
        moves(faults, command.amount(), currency);
        faults.optionalText(command.orderId(), "/orderId", Faults.MAX_REFERENCE)
                .optionalText(command.customerId(), "/customerId", Faults.MAX_REFERENCE)
                .refuseIfAny();
    }

    static void check(CaptureHold command, CurrencyUnit currency) {
        Faults faults = new Faults();
        id(faults, command.holdId(), "/holdId");
        id(faults, command.journalId(), "/journalId");
        moves(faults, command.amount(), currency);
        faults.refuseIfAny();
    }

    static void check(ReleaseHold command) {
        Faults faults = new Faults();
        id(faults, command.holdId(), "/holdId");
        faults.prose(command.reason(), "/reason").refuseIfAny();
    }

    static void check(FreezeAccount command) {
        new Faults().text(command.reason(), "/reason", Faults.MAX_REFERENCE).refuseIfAny();
    }

    static void check(UnfreezeAccount command) {
        new Faults().prose(command.note(), "/note").refuseIfAny();
    }

    static void check(CloseAccount command) {
        new Faults()
                .optionalText(command.reason(), "/reason", Faults.MAX_REFERENCE)
                .refuseIfAny();
    }

    static void check(InitiateTransfer command) {
        Faults faults = new Faults();
        faults.unless(
                AccountId.isTransfer(command.transferId()),
                "/transferId",
                "MALFORMED",
                "This is not the id of a transfer.");
        accountId(faults, command.from(), "/from");
        accountId(faults, command.to(), "/to");
        if (faults.present(command.amount(), "/amount")) {
            moves(faults, command.amount(), command.amount().getCurrencyUnit());
        }
        faults.optionalText(command.reference(), "/reference", Faults.MAX_REFERENCE)
                .refuseIfAny();
    }

    /** Rule A2. */
    private static void moves(Faults faults, Money amount, CurrencyUnit currency) {
        if (faults.amount(amount, "/amount", currency)) {
            faults.unless(!amount.isZero(), "/amount", "ZERO", "A movement is of more than nothing.");
        }
    }

    private static void kind(Faults faults, @Nullable MovementKind kind, Set<MovementKind> possible) {
        if (faults.present(kind, "/kind")) {
            faults.unless(possible.contains(kind), "/kind", "NOT_THIS_WAY", "No " + kind + " goes this way.");
        }
    }

    private static void id(Faults faults, @Nullable String id, String pointer) {
        faults.text(id, pointer, JournalKey.MAX_ID);
    }

    private static void accountId(Faults faults, @Nullable String id, String pointer) {
        if (faults.present(id, pointer)) {
            faults.unless(AccountId.isValid(id), pointer, "MALFORMED", "This is not the id of an account.");
        }
    }
}
