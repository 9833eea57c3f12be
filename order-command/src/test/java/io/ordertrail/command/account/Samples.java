package io.ordertrail.command.account;

import io.ordertrail.api.account.AccountCommand.CaptureHold;
import io.ordertrail.api.account.AccountCommand.Deposit;
import io.ordertrail.api.account.AccountCommand.HoldFunds;
import io.ordertrail.api.account.AccountCommand.OpenAccount;
import io.ordertrail.api.account.AccountCommand.ReleaseHold;
import io.ordertrail.api.account.AccountCommand.Withdraw;
import io.ordertrail.api.account.AccountEvent.AccountClosed;
import io.ordertrail.api.account.AccountEvent.AccountCreated;
import io.ordertrail.api.account.AccountEvent.AccountFrozen;
import io.ordertrail.api.account.AccountEvent.Deposited;
import io.ordertrail.api.account.AccountEvent.FundsHeld;
import io.ordertrail.api.account.AccountEvent.HoldCaptured;
import io.ordertrail.api.account.AccountEvent.HoldRefused;
import io.ordertrail.api.account.AccountEvent.HoldReleased;
import io.ordertrail.api.account.AccountEvent.Withdrawn;
import io.ordertrail.api.account.AccountId;
import io.ordertrail.api.account.AccountKind;
import io.ordertrail.api.account.AccountRefusal;
import io.ordertrail.api.account.MovementKind;
import java.math.BigDecimal;
import java.time.Instant;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** An account in euro, and what is said to it. */
public final class Samples {

    static final String ACCOUNT = AccountId.of("sample");
    static final String TRANSFER = AccountId.transfer("sample");
    static final String OTHER = AccountId.of("other");
    static final Instant OPENED = Instant.parse("2026-03-01T10:00:00Z");
    static final Instant NOW = Instant.parse("2026-03-03T10:00:00Z");
    static final String ORDER = "order-2f9d1c0e-6f0b-3a51-9d0c-0f4f2f6d7a10";

    private Samples() {}

    static Money eur(String amount) {
        return Money.of(CurrencyUnit.EUR, new BigDecimal(amount));
    }

    static OpenAccount open(Money creditLimit) {
        return new OpenAccount(ACCOUNT, "c-1", AccountKind.CUSTOMER, CurrencyUnit.EUR, creditLimit, null);
    }

    static AccountCreated created() {
        return created("0.00");
    }

    static AccountCreated created(String creditLimit) {
        return new AccountCreated(ACCOUNT, "c-1", AccountKind.CUSTOMER, CurrencyUnit.EUR, eur(creditLimit), OPENED);
    }

    static Deposit deposit(String journal, String amount) {
        return new Deposit(ACCOUNT, journal, MovementKind.CASH, eur(amount), "till 1", null, null);
    }

    static Deposited deposited(String journal, String amount) {
        return new Deposited(ACCOUNT, journal, MovementKind.CASH, eur(amount), "@cash-in", "till 1", null, NOW);
    }

    static Withdraw withdraw(String journal, String amount) {
        return new Withdraw(ACCOUNT, journal, MovementKind.CASH, eur(amount), null, null);
    }

    static Withdrawn withdrawn(String journal, String amount) {
        return new Withdrawn(ACCOUNT, journal, MovementKind.CASH, eur(amount), "@cash-in", null, NOW);
    }

    static HoldFunds hold(String hold, String amount) {
        return hold(hold, amount, "c-1");
    }

    static HoldFunds hold(String hold, String amount, String customerId) {
        return new HoldFunds(ACCOUNT, hold, eur(amount), ORDER, customerId, null);
    }

    static HoldRefused holdRefused(String hold, String amount, AccountRefusal why) {
        return new HoldRefused(ACCOUNT, hold, eur(amount), ORDER, why.code(), why.detail(), NOW);
    }

    static Withdraw transferOut(String transfer, String amount) {
        return new Withdraw(ACCOUNT, transfer + ":out", MovementKind.TRANSFER, eur(amount), null, null);
    }

    static Withdrawn transferredOut(String transfer, String amount) {
        return new Withdrawn(ACCOUNT, transfer + ":out", MovementKind.TRANSFER, eur(amount), "@in-transit", null, NOW);
    }

    static Deposit transferBack(String transfer, String amount) {
        return new Deposit(ACCOUNT, transfer + ":back", MovementKind.TRANSFER, eur(amount), null, null, null);
    }

    static Deposited transferredBack(String transfer, String amount) {
        return new Deposited(
                ACCOUNT, transfer + ":back", MovementKind.TRANSFER, eur(amount), "@in-transit", null, null, NOW);
    }

    static FundsHeld held(String hold, String amount) {
        return new FundsHeld(ACCOUNT, hold, eur(amount), ORDER, NOW);
    }

    static CaptureHold capture(String hold, String journal, String amount) {
        return new CaptureHold(ACCOUNT, hold, journal, eur(amount), null);
    }

    static HoldCaptured captured(String hold, String journal, String amount) {
        return new HoldCaptured(ACCOUNT, hold, journal, eur(amount), "@sales", ORDER, NOW);
    }

    static ReleaseHold release(String hold) {
        return new ReleaseHold(ACCOUNT, hold, "voided", null);
    }

    static HoldReleased released(String hold, String amount) {
        return new HoldReleased(ACCOUNT, hold, eur(amount), "voided", NOW);
    }

    static AccountFrozen frozen() {
        return new AccountFrozen(ACCOUNT, "lost card", NOW);
    }

    static AccountClosed closed() {
        return new AccountClosed(ACCOUNT, "moved away", NOW);
    }
}
