package io.ordertrail.model.account;

import io.ordertrail.api.account.AccountEvent;
import io.ordertrail.api.account.AccountEvent.AccountClosed;
import io.ordertrail.api.account.AccountEvent.AccountFrozen;
import io.ordertrail.api.account.AccountEvent.AccountUnfrozen;
import io.ordertrail.api.account.AccountEvent.Deposited;
import io.ordertrail.api.account.AccountEvent.FundsHeld;
import io.ordertrail.api.account.AccountEvent.HoldCaptured;
import io.ordertrail.api.account.AccountEvent.HoldRefused;
import io.ordertrail.api.account.AccountEvent.HoldReleased;
import io.ordertrail.api.account.AccountEvent.TransferEnded;
import io.ordertrail.api.account.AccountEvent.WithdrawalRefused;
import io.ordertrail.api.account.AccountEvent.Withdrawn;
import io.ordertrail.api.account.AccountStatus;
import java.util.Objects;

/** What each event means for the state. It never refuses: what has happened has happened. */
final class AccountEvolution {

    private AccountEvolution() {}

    public static AccountState evolve(AccountState state, AccountEvent event) {
        if (event instanceof Deposited in) {
            AccountState paid = state.balance(state.balance().plus(in.amount()));
            return JournalKey.transferBack(in).map(paid::transferEnded).orElse(paid);
        }
        if (event instanceof Withdrawn out) {
            AccountState less = state.balance(state.balance().minus(out.amount()));
            return JournalKey.transferOut(out).map(less::transferBegun).orElse(less);
        }
        if (event instanceof FundsHeld held) {
            return state.hold(held.holdId(), new Hold(held.amount(), held.amount(), held.orderId()));
        }
        if (event instanceof HoldRefused || event instanceof WithdrawalRefused) {
            return state;
        }
        if (event instanceof HoldCaptured captured) {
            Hold hold = Objects.requireNonNull(state.holds().get(captured.holdId()), captured.holdId());
            return state.hold(captured.holdId(), hold.less(captured.amount()))
                    .balance(state.balance().minus(captured.amount()));
        }
        if (event instanceof HoldReleased released) {
            return state.hold(released.holdId(), null);
        }
        if (event instanceof AccountFrozen) {
            return state.become(AccountStatus.FROZEN);
        }
        if (event instanceof AccountUnfrozen) {
            return state.become(AccountStatus.OPEN);
        }
        if (event instanceof AccountClosed) {
            return state.become(AccountStatus.CLOSED);
        }
        if (event instanceof TransferEnded ended) {
            return state.transferEnded(ended.transferId());
        }
        throw new IllegalArgumentException("An existing account cannot process " + event);
    }
}
