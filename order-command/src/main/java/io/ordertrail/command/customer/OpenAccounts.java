package io.ordertrail.command.customer;

import io.ordertrail.api.account.AccountEvent;
import io.ordertrail.api.account.AccountEvent.AccountCreated;
import io.ordertrail.api.account.AccountKind;
import io.ordertrail.axon.unknown.UnknownEvents;
import io.ordertrail.model.account.AccountState;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/**
 * Which accounts have money on them or on its way, or a debt, for which one must know whose it is. A gift card is for
 * whoever has it. Read from the store, without the locks of the accounts.
 */
final class OpenAccounts {

    private static final int NAMED = 10;

    private final EventStore events;

    OpenAccounts(EventStore events) {
        this.events = events;
    }

    /** Those of {@code accounts} that are open; some of them, if they are many. */
    List<String> among(List<String> accounts) {
        return accounts.stream().filter(this::isOpen).limit(NAMED).toList();
    }

    private boolean isOpen(String accountId) {
        AccountState account = read(accountId);
        return account != null && account.kind() != AccountKind.GIFT_CARD && !account.isAtRest();
    }

    /** From its last snapshot on: accounts are long. Null where it was never stored, as by a server that was away. */
    private @Nullable AccountState read(String accountId) {
        DomainEventStream stream = events.readEvents(accountId);
        AccountState account = null;
        while (stream.hasNext()) {
            Object next = UnknownEvents.known(stream.next(), Object.class);
            if (next instanceof AccountState snapshot) {
                account = snapshot;
            } else {
                account =
                        account == null ? AccountState.of((AccountCreated) next) : account.evolve((AccountEvent) next);
            }
        }
        return account;
    }
}
