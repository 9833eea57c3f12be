package io.ordertrail.query.account;

import io.ordertrail.api.account.AccountAction;
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
import io.ordertrail.api.account.AccountView;
import io.ordertrail.api.account.AccountView.Adjustment;
import io.ordertrail.axon.access.Ownership;
import io.ordertrail.model.kernel.Fold;
import io.ordertrail.query.projection.fold.Recorded;
import io.ordertrail.query.projection.fold.StreamFold;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An account, from its events.
 *
 * @param opened its first event
 * @param holds the amount that is left of each hold, by its id
 * @param adjustments what waits for a second person
 */
record FoldedAccount(
        AccountCreated opened,
        AccountStatus status,
        Money balance,
        Map<String, Money> holds,
        List<Adjustment> adjustments,
        long version,
        Instant updatedAt) {

    static final StreamFold<AccountEvent, FoldedAccount> STREAM =
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
            .on(AdjustmentAsked.class, FoldedAccount::asked)
            .on(AdjustmentApproved.class, (account, e) -> account.ended(e.number()))
            .on(AdjustmentDenied.class, (account, e) -> account.ended(e.number()))
            .on(AdjustmentExpired.class, (account, e) -> account.ended(e.number()))
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
                List.of(),
                recorded.version(),
                recorded.recordedAt());
    }

    private FoldedAccount with(AccountEvent event, Recorded<AccountEvent> recorded) {
        FoldedAccount after = FOLD.next(this, event);
        return new FoldedAccount(
                opened,
                after.status,
                after.balance,
                after.holds,
                after.adjustments,
                recorded.version(),
                recorded.recordedAt());
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
        return new FoldedAccount(opened, status, balance.plus(more), holds, adjustments, version, updatedAt);
    }

    private FoldedAccount become(AccountStatus next) {
        return new FoldedAccount(opened, next, balance, holds, adjustments, version, updatedAt);
    }

    /** Nothing is remembered of a hold of which nothing is left. */
    private FoldedAccount hold(String holdId, Money left) {
        Map<String, Money> changed = new TreeMap<>(holds);
        changed.put(holdId, left);
        changed.values().removeIf(Money::isZero);
        return new FoldedAccount(opened, status, balance, changed, adjustments, version, updatedAt);
    }

    private FoldedAccount asked(AdjustmentAsked e) {
        return waiting(Stream.concat(
                adjustments.stream(), Stream.of(new Adjustment(e.number(), e.amount(), e.askedBy(), e.expiresAt()))));
    }

    private FoldedAccount ended(int number) {
        return waiting(adjustments.stream().filter(one -> one.number() != number));
    }

    private FoldedAccount waiting(Stream<Adjustment> all) {
        return new FoldedAccount(opened, status, balance, holds, all.toList(), version, updatedAt);
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
                Ownership.only().isPresent() ? List.of() : adjustments,
                opened.at(),
                updatedAt);
    }
}
