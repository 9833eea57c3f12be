package io.ordertrail.model.account;

import io.ordertrail.api.account.AccountAction;
import io.ordertrail.api.account.AccountCommand.HoldFunds;
import io.ordertrail.api.account.AccountKind;
import io.ordertrail.api.account.AccountRefusal.AccountNotEmpty;
import io.ordertrail.api.account.AccountRefusal.AccountOfAnother;
import io.ordertrail.api.account.AccountRefusal.HoldExceeded;
import io.ordertrail.api.account.AccountRefusal.HoldIdTaken;
import io.ordertrail.api.account.AccountRefusal.HoldNotOpen;
import io.ordertrail.api.account.AccountRefusal.InsufficientFunds;
import io.ordertrail.api.account.AccountRefusal.TransferUnderWay;
import io.ordertrail.api.message.Refused;
import org.joda.money.Money;

/** The rules of an account. Each refuses by throwing {@link Refused}. */
public record AccountRules(AccountState state) {

    public AccountRules allow(AccountAction action) {
        action.refusalWhen(state.status(), state.id()).ifPresent(no -> {
            throw new Refused(no);
        });
        return this;
    }

    /** Rule A1: what is taken out is there. */
    public AccountRules isAvailable(Money amount) {
        if (amount.isGreaterThan(state.available())) {
            throw new Refused(new InsufficientFunds(amount, state.available()));
        }
        return this;
    }

    /** Rule A1: what is held newly is there; and it is for whom it belongs to, where it is for somebody's order. */
    public AccountRules mayHold(HoldFunds hold) {
        if (state.kind() == AccountKind.CUSTOMER
                && hold.orderId() != null
                && !state.ownerId().equals(hold.customerId())) {
            throw new Refused(new AccountOfAnother(state.id()));
        }
        return allow(AccountAction.HOLD).isAvailable(hold.amount());
    }

    /** A hold's id stands for one amount. */
    public AccountRules holdsNothingElse(String holdId, Money amount) {
        Hold hold = state.holds().get(holdId);
        if (hold != null && !hold.amount().equals(amount)) {
            throw new Refused(new HoldIdTaken(holdId, hold.amount()));
        }
        return this;
    }

    public Hold openHold(String holdId) {
        Hold hold = state.holds().get(holdId);
        if (hold == null) {
            throw new Refused(new HoldNotOpen(holdId));
        }
        return hold;
    }

    /** Rule A1: what is captured was held. */
    public Hold openHold(String holdId, Money amount) {
        Hold hold = openHold(holdId);
        if (amount.isGreaterThan(hold.left())) {
            throw new Refused(new HoldExceeded(amount, hold.left()));
        }
        return hold;
    }

    /** Rule A5. */
    public AccountRules isEmpty() {
        if (!state.balance().isZero() || !state.holds().isEmpty()) {
            throw new Refused(new AccountNotEmpty(state.balance(), state.held()));
        }
        return this;
    }

    /** Rule A5: what has left it may still come back. */
    public AccountRules hasNoTransferUnderWay() {
        state.transfersOut().stream().findAny().ifPresent(transferId -> {
            throw new Refused(new TransferUnderWay(transferId));
        });
        return this;
    }
}
