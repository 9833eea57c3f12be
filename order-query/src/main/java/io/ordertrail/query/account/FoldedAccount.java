package io.ordertrail.query.account;

import io.ordertrail.api.account.AccountAction;
import io.ordertrail.api.account.AccountEvent;
import io.ordertrail.api.account.AccountEvent.AccountClosed;
import io.ordertrail.api.account.AccountEvent.AccountCreated;
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
import io.ordertrail.api.account.AccountView;
import io.ordertrail.model.kernel.Fold;
import io.ordertrail.query.projection.fold.Recorded;
import io.ordertrail.query.projection.fold.StreamFold;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An account, from its events.
 *
 * @param opened its first event
 * @param holds the amount that is left of each hold, by its id
 */
record FoldedAccount(
        AccountCreated opened,
        AccountStatus status,
        Money balance,
        Map<String, Money> holds,
        long version,
        Instant updatedAt) {

    static final StreamFold<AccountEvent, FoldedAccount> FEED =
            new StreamFold<>("account", AccountEvent.class, FoldedAccount::version, FoldedAccount::next);

    private static final Fold<FoldedAccount, AccountEvent> FOLD = Fold.<FoldedAccount, AccountEvent>over(
                    AccountEvent.class)
            .first(AccountCreated.class)
            .on(Deposited.class, FoldedAccount::moved)
            .on(Withdrawn.class, FoldedAccount::moved)
            .on(FundsHeld.class, (account, e) -> account.hold(e.holdId(), e.amount()))
            .on(HoldCaptured.class, FoldedAccount::captured)
            .on(HoldReleased.class, (account, e) -> account.hold(e.holdId(), Money.zero(account.opened.currency())))
            .on(AccountFrozen.class, (account, e) -> account.become(AccountStatus.FROZEN))
            .on(AccountUnfrozen.class, (account, e) -> account.become(AccountStatus.OPEN))
            .on(AccountClosed.class, (account, e) -> account.become(AccountStatus.CLOSED))
            .ignoring(WithdrawalRefused.class, HoldRefused.class, TransferEnded.class)
            .complete();

    private static FoldedAccount next(@Nullable FoldedAccount before, Recorded<AccountEvent> recorded) {
        AccountEvent event = recorded.event();
        if (before != null) {
            return before.with(event, recorded);
        }
        if (!(event instanceof AccountCreated opened)) {
            throw new IllegalStateException("A stream cannot begin with " + event);
        }
        return new FoldedAccount(
                opened,
                AccountStatus.OPEN,
                Money.zero(opened.currency()),
                Map.of(),
                recorded.version(),
                recorded.recordedAt());
    }

    private FoldedAccount with(AccountEvent event, Recorded<AccountEvent> recorded) {
        FoldedAccount after = FOLD.next(this, event);
        return new FoldedAccount(
                opened, after.status, after.balance, after.holds, recorded.version(), recorded.recordedAt());
    }

    private FoldedAccount moved(AccountEvent event) {
        return balance(Objects.requireNonNull(Movement.of(event)).amount());
    }

    private FoldedAccount captured(HoldCaptured event) {
        Money left = holds.get(event.holdId());
        FoldedAccount paid = moved(event);
        return left == null ? paid : paid.hold(event.holdId(), left.minus(event.amount()));
    }

    private FoldedAccount balance(Money more) {
        return new FoldedAccount(opened, status, balance.plus(more), holds, version, updatedAt);
    }

    private FoldedAccount become(AccountStatus next) {
        return new FoldedAccount(opened, next, balance, holds, version, updatedAt);
    }

    /** Nothing is remembered of a hold of which nothing is left. */
    private FoldedAccount hold(String holdId, Money left) {
        Map<String, Money> changed = new TreeMap<>(holds);
        changed.put(holdId, left);
        changed.values().removeIf(Money::isZero);
        return new FoldedAccount(opened, status, balance, changed, version, updatedAt);
    }

    AccountView view() {
        Money held = holds.values().stream().reduce(Money.zero(opened.currency()), Money::plus);
        return new AccountView(
                opened.accountId(),
                opened.ownerId(),
                opened.kind(),
                opened.currency().getCode(),
                balance,
                held,
                balance.plus(opened.creditLimit()).minus(held),
                opened.creditLimit(),
                status,
                version,
                AccountAction.answers(opened.accountId(), status, balance, held),
                opened.at(),
                updatedAt);
    }
}
