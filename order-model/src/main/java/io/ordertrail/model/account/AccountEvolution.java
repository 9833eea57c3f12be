package io.ordertrail.model.account;

import io.ordertrail.api.account.AccountEvent;
import io.ordertrail.api.account.AccountEvent.AccountClosed;
import io.ordertrail.api.account.AccountEvent.AccountCreated;
import io.ordertrail.api.account.AccountEvent.AccountFrozen;
import io.ordertrail.api.account.AccountEvent.AccountUnfrozen;
import io.ordertrail.api.account.AccountEvent.AdjustmentApproved;
import io.ordertrail.api.account.AccountEvent.AdjustmentAsked;
import io.ordertrail.api.account.AccountEvent.AdjustmentDenied;
import io.ordertrail.api.account.AccountEvent.AdjustmentExpired;
import io.ordertrail.api.account.AccountEvent.Deposited;
import io.ordertrail.api.account.AccountEvent.FundsHeld;
import io.ordertrail.api.account.AccountEvent.HoldCaptured;
import io.ordertrail.api.account.AccountEvent.HoldRefused;
import io.ordertrail.api.account.AccountEvent.HoldReleased;
import io.ordertrail.api.account.AccountEvent.TransferEnded;
import io.ordertrail.api.account.AccountEvent.WithdrawalRefused;
import io.ordertrail.api.account.AccountEvent.Withdrawn;
import io.ordertrail.api.account.AccountStatus;
import io.ordertrail.model.kernel.Fold;
import java.util.Objects;

/** What each event means for the state. It never refuses: what has happened has happened. */
final class AccountEvolution {

    static final Fold<AccountState, AccountEvent> FOLD = Fold.<AccountState, AccountEvent>over(AccountEvent.class)
            .first(AccountCreated.class)
            .on(Deposited.class, AccountEvolution::deposited)
            .on(Withdrawn.class, AccountEvolution::withdrawn)
            .on(FundsHeld.class, (state, e) -> state.hold(e.holdId(), new Hold(e.amount(), e.amount(), e.orderId())))
            .on(HoldCaptured.class, AccountEvolution::captured)
            .on(HoldReleased.class, (state, e) -> state.hold(e.holdId(), null))
            .on(AccountFrozen.class, (state, e) -> state.withStatus(AccountStatus.FROZEN))
            .on(AccountUnfrozen.class, (state, e) -> state.withStatus(AccountStatus.OPEN))
            .on(AccountClosed.class, (state, e) -> state.withStatus(AccountStatus.CLOSED))
            .on(TransferEnded.class, (state, e) -> state.transferEnded(e.transferId()))
            .on(
                    AdjustmentAsked.class,
                    (state, e) -> state.withAdjustments(state.adjustments().asked(e)))
            .on(AdjustmentApproved.class, (state, e) -> ended(state, e.number()))
            .on(AdjustmentDenied.class, (state, e) -> ended(state, e.number()))
            .on(AdjustmentExpired.class, (state, e) -> ended(state, e.number()))
            .ignoring(HoldRefused.class, WithdrawalRefused.class)
            .complete();

    private AccountEvolution() {}

    private static AccountState ended(AccountState state, int number) {
        return state.withAdjustments(state.adjustments().ended(number));
    }

    private static AccountState deposited(AccountState state, Deposited in) {
        AccountState paid = state.withBalance(state.balance().plus(in.amount()));
        return JournalKey.transferBack(in).map(paid::transferEnded).orElse(paid);
    }

    private static AccountState withdrawn(AccountState state, Withdrawn out) {
        AccountState less = state.withBalance(state.balance().minus(out.amount()));
        return JournalKey.transferOut(out).map(less::transferBegun).orElse(less);
    }

    private static AccountState captured(AccountState state, HoldCaptured e) {
        Hold hold = Objects.requireNonNull(state.holds().get(e.holdId()), e.holdId());
        return state.hold(e.holdId(), hold.less(e.amount()))
                .withBalance(state.balance().minus(e.amount()));
    }
}
