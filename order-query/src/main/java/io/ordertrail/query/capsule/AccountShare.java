package io.ordertrail.query.capsule;

import io.ordertrail.api.account.AccountEvent;
import io.ordertrail.api.account.AccountEvent.AccountCreated;
import io.ordertrail.api.account.AccountEvent.Deposited;
import io.ordertrail.api.account.AccountEvent.FundsHeld;
import io.ordertrail.api.account.AccountEvent.HoldCaptured;
import io.ordertrail.api.account.AccountEvent.HoldRefused;
import io.ordertrail.api.account.AccountEvent.HoldReleased;
import io.ordertrail.api.account.MovementKind;
import io.ordertrail.axon.unknown.UnknownEvents;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.joda.money.Money;

/**
 * An order's share of an account: its opening, what was held, taken and given back for the order; and before that as
 * much money as there must have been for it.
 */
final class AccountShare {

    private final Map<String, Money> holds = new HashMap<>();
    private final String orderId;
    private Money balance;
    private Money missing;

    private AccountShare(String orderId, Money zero) {
        this.orderId = orderId;
        this.balance = zero;
        this.missing = zero;
    }

    static List<DomainEventMessage<?>> of(List<DomainEventMessage<?>> account, String orderId) {
        DomainEventMessage<?> first = account.get(0);
        if (!(UnknownEvents.known(first, Object.class) instanceof AccountCreated created)) {
            throw new IllegalStateException(first.getAggregateIdentifier() + " does not begin with its opening");
        }
        AccountShare share = new AccountShare(orderId, Money.zero(created.currency()));
        List<DomainEventMessage<?>> kept = new ArrayList<>(List.of(first));
        for (DomainEventMessage<?> event : account.subList(1, account.size())) {
            if (share.takes(UnknownEvents.known(event, AccountEvent.class))) {
                kept.add(event);
            }
        }
        if (share.missing.isPositive()) {
            kept.add(
                    1,
                    OpeningEvent.after(
                            first,
                            orderId,
                            new Deposited(
                                    created.accountId(),
                                    "journal-" + OpeningEvent.id(created.accountId(), orderId),
                                    MovementKind.CASH,
                                    share.missing,
                                    MovementKind.CASH.counterAccount(),
                                    // A reference is personal, and would have another mask in each service.
                                    null,
                                    null,
                                    created.at())));
        }
        return kept;
    }

    private boolean takes(AccountEvent event) {
        if (event instanceof FundsHeld held && orderId.equals(held.orderId())) {
            holds.put(held.holdId(), held.amount());
        } else if (event instanceof HoldCaptured taken && orderId.equals(taken.orderId())) {
            holds.computeIfPresent(taken.holdId(), (id, left) -> left.minus(taken.amount()));
            balance = balance.minus(taken.amount());
        } else if (event instanceof HoldReleased released && holds.containsKey(released.holdId())) {
            holds.remove(released.holdId());
        } else if (event instanceof Deposited in && orderId.equals(in.orderId())) {
            balance = balance.plus(in.amount());
        } else {
            return event instanceof HoldRefused refused && orderId.equals(refused.orderId());
        }
        Money held = holds.values().stream().reduce(balance.multipliedBy(0), Money::plus);
        Money needed = held.minus(balance);
        missing = needed.isGreaterThan(missing) ? needed : missing;
        return true;
    }
}
