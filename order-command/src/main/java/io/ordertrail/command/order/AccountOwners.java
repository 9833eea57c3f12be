package io.ordertrail.command.order;

import io.ordertrail.api.Refusal.Fault;
import io.ordertrail.api.RequestRefusal.InvalidRequest;
import io.ordertrail.api.account.AccountEvent.AccountCreated;
import io.ordertrail.api.account.AccountId;
import io.ordertrail.api.account.AccountKind;
import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.axon.Refused;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/**
 * Whose money an order takes: a customer's balance is for their own orders, a gift card for whoever has it. Whose an account is
 * stands in its first event and never changes; the account itself decides by the same rule when the money is asked for.
 */
final class AccountOwners {

    private final EventStore events;

    AccountOwners(EventStore events) {
        this.events = events;
    }

    /** @throws Refused with {@link InvalidRequest} at {@code pointer}: there is no such account, or it is somebody else's */
    void check(String customerId, @Nullable PaymentChoice choice, String pointer) {
        String accountId = choice == null ? null : choice.accountId();
        if (accountId == null || !AccountId.isValid(accountId)) {
            return;
        }
        Optional<AccountCreated> account = first(accountId);
        if (account.isEmpty()) {
            throw refused(new Fault(pointer, "NO_SUCH_ACCOUNT", "There is no account " + accountId + "."));
        }
        boolean theirs = account.get().kind() != AccountKind.CUSTOMER
                || account.get().ownerId().equals(customerId);
        if (!theirs) {
            throw refused(new Fault(pointer, "NOT_THE_CUSTOMERS", "This is the balance of another customer."));
        }
    }

    private Optional<AccountCreated> first(String accountId) {
        DomainEventStream stream = events.readEvents(accountId, 0);
        return stream.hasNext() && stream.next().getPayload() instanceof AccountCreated created
                ? Optional.of(created)
                : Optional.empty();
    }

    private static Refused refused(Fault fault) {
        return new Refused(new InvalidRequest(List.of(fault)));
    }
}
