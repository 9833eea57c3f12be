package io.ordertrail.query.account;

import io.ordertrail.api.account.AccountAction;
import io.ordertrail.api.account.AccountEvent;
import io.ordertrail.api.account.AccountEvent.AccountClosed;
import io.ordertrail.api.account.AccountEvent.AccountCreated;
import io.ordertrail.api.account.AccountEvent.AccountFrozen;
import io.ordertrail.api.account.AccountEvent.AccountUnfrozen;
import io.ordertrail.api.account.AccountEvent.FundsHeld;
import io.ordertrail.api.account.AccountEvent.HoldCaptured;
import io.ordertrail.api.account.AccountEvent.HoldReleased;
import io.ordertrail.api.account.AccountStatus;
import io.ordertrail.api.account.AccountView;
import io.ordertrail.query.projection.fold.Recorded;
import io.ordertrail.query.projection.fold.StreamFold;
import java.time.Instant;
import java.util.Map;
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
        Movement movement = Movement.of(event);
        return new FoldedAccount(
                opened,
                status(event),
                movement == null ? balance : balance.plus(movement.amount()),
                holds(event),
                recorded.version(),
                recorded.recordedAt());
    }

    private AccountStatus status(AccountEvent event) {
        if (event instanceof AccountFrozen) {
            return AccountStatus.FROZEN;
        }
        if (event instanceof AccountUnfrozen) {
            return AccountStatus.OPEN;
        }
        return event instanceof AccountClosed ? AccountStatus.CLOSED : status;
    }

    private Map<String, Money> holds(AccountEvent event) {
        Map<String, Money> changed = new TreeMap<>(holds);
        if (event instanceof FundsHeld held) {
            changed.put(held.holdId(), held.amount());
        } else if (event instanceof HoldCaptured captured) {
            changed.computeIfPresent(captured.holdId(), (id, left) -> left.minus(captured.amount()));
        } else if (event instanceof HoldReleased released) {
            changed.remove(released.holdId());
        }
        changed.values().removeIf(Money::isZero);
        return changed;
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
