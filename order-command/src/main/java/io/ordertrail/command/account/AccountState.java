package io.ordertrail.command.account;

import io.ordertrail.api.Named;
import io.ordertrail.api.account.AccountEvent;
import io.ordertrail.api.account.AccountEvent.AccountCreated;
import io.ordertrail.api.account.AccountStatus;
import io.ordertrail.command.Handled;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * All that an account must remember in order to decide, which is also what its snapshots hold: raise the revision with every
 * change. It only changes by events ({@link AccountEvolution}), and does not grow with their number.
 *
 * @param holds open ones by their id
 * @param commands rule O7, for the latest ones
 * @param journals rule A4, for the latest movements and holds, by {@link Journal#key}; {@link Journal} knows the older ones
 */
@Named("account.snapshot")
record AccountState(
        String id,
        AccountStatus status,
        Money balance,
        Money creditLimit,
        Map<String, Hold> holds,
        Instant openedAt,
        Handled commands,
        Handled journals) {

    /** How many commands, and how many movements, the state itself remembers. */
    static final int REMEMBERED = 100;

    AccountState {
        holds = Collections.unmodifiableMap(holds);
    }

    static AccountState of(AccountCreated account) {
        return new AccountState(
                account.accountId(),
                AccountStatus.OPEN,
                Money.zero(account.currency()),
                account.creditLimit(),
                Map.of(),
                account.at(),
                Handled.latest(REMEMBERED),
                Handled.latest(REMEMBERED));
    }

    AccountState evolve(AccountEvent event) {
        return AccountEvolution.evolve(this, event);
    }

    Money held() {
        return holds.values().stream().map(Hold::left).reduce(Money.zero(balance.getCurrencyUnit()), Money::plus);
    }

    /** Rule A1. */
    Money available() {
        return balance.plus(creditLimit).minus(held());
    }

    AccountState become(AccountStatus next) {
        return new AccountState(id, next, balance, creditLimit, holds, openedAt, commands, journals);
    }

    AccountState balance(Money next) {
        return new AccountState(id, status, next, creditLimit, holds, openedAt, commands, journals);
    }

    /** Nothing is remembered of a hold of which nothing is left. */
    AccountState hold(String holdId, @Nullable Hold hold) {
        Map<String, Hold> changed = new LinkedHashMap<>(holds);
        if (hold == null || hold.left().isZero()) {
            changed.remove(holdId);
        } else {
            changed.put(holdId, hold);
        }
        return new AccountState(id, status, balance, creditLimit, changed, openedAt, commands, journals);
    }

    AccountState handled(@Nullable String commandId, @Nullable String journal, long version) {
        return new AccountState(
                id,
                status,
                balance,
                creditLimit,
                holds,
                openedAt,
                commands.with(commandId, version),
                journals.with(journal, version));
    }
}
