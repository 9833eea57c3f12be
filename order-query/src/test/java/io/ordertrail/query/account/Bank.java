package io.ordertrail.query.account;

import io.ordertrail.api.account.AccountEvent;
import io.ordertrail.api.account.AccountEvent.AccountCreated;
import io.ordertrail.api.account.AccountEvent.Deposited;
import io.ordertrail.api.account.AccountEvent.FundsHeld;
import io.ordertrail.api.account.AccountEvent.HoldCaptured;
import io.ordertrail.api.account.AccountEvent.HoldReleased;
import io.ordertrail.api.account.AccountEvent.Withdrawn;
import io.ordertrail.api.account.AccountId;
import io.ordertrail.api.account.AccountKind;
import io.ordertrail.api.account.MovementKind;
import io.ordertrail.api.account.TransferEvent.TransferFailed;
import io.ordertrail.api.account.TransferEvent.TransferInitiated;
import io.ordertrail.api.account.TransferEvent.Transferred;
import io.ordertrail.query.Node;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Makes streams of accounts and transfers as the write side would, by a seeded random, and adds up what is where. */
final class Bank {

    static final Instant AT = Instant.parse("2026-03-01T12:00:00.123456789Z");

    final List<String> accounts = new ArrayList<>();
    final Map<String, Money> balances = new HashMap<>();
    /** What has left one account and reached no other, by currency. */
    final Map<CurrencyUnit, Money> underWay = new HashMap<>();

    private final Random random;
    private final Node node;
    private final Map<String, Long> versions = new HashMap<>();
    private int count;

    Bank(Node node, long seed) {
        this.node = node;
        this.random = new Random(seed);
    }

    String open(String owner, CurrencyUnit currency) {
        String id = AccountId.of("account " + accounts.size());
        accounts.add(id);
        balances.put(id, Money.zero(currency));
        underWay.putIfAbsent(currency, Money.zero(currency));
        store(new AccountCreated(
                id,
                owner,
                AccountKind.CUSTOMER,
                currency,
                Money.ofMajor(currency, 100),
                AT.plusSeconds(accounts.size())));
        return id;
    }

    void step() {
        String id = accounts.get(random.nextInt(accounts.size()));
        CurrencyUnit currency = balances.get(id).getCurrencyUnit();
        Money amount = Money.ofMinor(currency, 1 + random.nextInt(500));
        String journal = "j-" + ++count;
        switch (random.nextInt(4)) {
            case 0 -> {
                store(new Deposited(id, journal, MovementKind.CASH, amount, "@cash-in", "till", null, at()));
                balances.merge(id, amount, Money::plus);
            }
            case 1 -> {
                store(new Withdrawn(id, journal, MovementKind.CASH, amount, "@cash-in", null, at()));
                balances.merge(id, amount.negated(), Money::plus);
            }
            case 2 -> {
                store(new FundsHeld(id, "h" + journal, amount.plus(amount), "order-1", at()));
                store(new HoldCaptured(id, "h" + journal, journal, amount, "@sales", "order-1", at()));
                balances.merge(id, amount.negated(), Money::plus);
                store(new HoldReleased(id, "h" + journal, amount, null, at()));
            }
            default -> transfer(id, accounts.get(random.nextInt(accounts.size())), amount);
        }
    }

    private void transfer(String from, String to, Money amount) {
        String transfer = AccountId.transfer("transfer " + count);
        node.store("transfer", transfer, 0, new TransferInitiated(transfer, from, to, amount, "rent", at()));
        int stage = random.nextInt(4);
        if (stage == 0) {
            return;
        }
        store(new Withdrawn(from, transfer + ":out", MovementKind.TRANSFER, amount, "@in-transit", "rent", at()));
        balances.merge(from, amount.negated(), Money::plus);
        boolean fits = balances.get(to).getCurrencyUnit().equals(amount.getCurrencyUnit());
        if (stage == 1) {
            underWay.merge(amount.getCurrencyUnit(), amount, Money::plus);
            return;
        }
        String target = fits ? to : from;
        String journal = transfer + (fits ? ":in" : ":back");
        store(new Deposited(target, journal, MovementKind.TRANSFER, amount, "@in-transit", "rent", null, at()));
        balances.merge(target, amount, Money::plus);
        node.store(
                "transfer",
                transfer,
                1,
                fits
                        ? new Transferred(transfer, from, at())
                        : new TransferFailed(transfer, from, "INVALID_REQUEST", "another currency", at()));
    }

    void store(AccountEvent event) {
        long version = versions.merge(event.accountId(), 1L, Long::sum) - 1;
        node.store("account", event.accountId(), version, event);
    }

    /** Some movements at a time. */
    private Instant at() {
        return AT.plusSeconds(count / 3);
    }
}
