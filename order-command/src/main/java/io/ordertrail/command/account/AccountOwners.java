package io.ordertrail.command.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.ordertrail.api.account.AccountEvent.AccountCreated;
import io.ordertrail.api.account.AccountId;
import io.ordertrail.api.account.AccountKind;
import io.ordertrail.api.message.FaultCode;
import io.ordertrail.api.message.Refusal.Fault;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.InvalidRequest;
import io.ordertrail.api.order.OrderCourseEvent.OrderCreated;
import io.ordertrail.api.payment.PaymentChoice;
import io.ordertrail.axon.access.Ownership;
import io.ordertrail.axon.unknown.UnknownEvents;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/**
 * Whose money an order takes and gives back: a customer's balance is for their own orders, a gift card for whoever has
 * it. Whose an account is stands in its first event and never changes; the account itself decides by the same rule when
 * the money is asked for.
 */
public final class AccountOwners {

    /** So many accounts whose first event need not be read again: it never changes. */
    private static final int REMEMBERED = 10_000;

    private final Function<String, Optional<Object>> firstEvents;
    private final Cache<String, AccountCreated> accounts =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    public AccountOwners(EventStore events) {
        this(id -> first(events, id));
    }

    /** @param firstEvents the first event of an account or an order */
    public AccountOwners(Function<String, Optional<Object>> firstEvents) {
        this.firstEvents = firstEvents;
    }

    /** {@link #check(String, String, String)} of the account that pays, if one does. */
    public void check(String customerId, @Nullable PaymentChoice choice, String pointer) {
        check(customerId, choice == null ? null : choice.accountId(), pointer);
    }

    /**
     * @param accountId nothing to check where it is null, or no account's id by its form
     * @throws Refused with {@link InvalidRequest} at {@code pointer}: there is no such account, or it is somebody
     *     else's
     */
    public void check(String customerId, @Nullable String accountId, String pointer) {
        if (accountId == null || !AccountId.isValid(accountId)) {
            return;
        }
        AccountCreated account = account(accountId, pointer);
        boolean theirs =
                account.kind() != AccountKind.CUSTOMER || account.ownerId().equals(customerId);
        if (!theirs && Ownership.only().isPresent()) {
            throw noSuch(accountId, pointer);
        }
        if (!theirs) {
            throw refused(new Fault(pointer, FaultCode.NOT_THE_CUSTOMERS, "This is the balance of another customer."));
        }
    }

    /**
     * @throws Refused with {@link InvalidRequest} at {@code pointer}: there is no such account. One that there is there
     *     always is
     */
    public void mustExist(String accountId, String pointer) {
        account(accountId, pointer);
    }

    /** The same, where the customer is known to the order only. */
    public void checkOfOrder(String orderId, @Nullable String accountId, String pointer) {
        if (accountId != null) {
            customerOf(orderId).ifPresent(customer -> check(customer, accountId, pointer));
        }
    }

    /** Whose an order is. */
    public Optional<String> customerOf(String orderId) {
        return first(orderId, OrderCreated.class).map(OrderCreated::customerId);
    }

    private AccountCreated account(String accountId, String pointer) {
        return known(accountId).orElseThrow(() -> noSuch(accountId, pointer));
    }

    private static Refused noSuch(String accountId, String pointer) {
        return refused(new Fault(pointer, FaultCode.NO_SUCH_ACCOUNT, "There is no account " + accountId + "."));
    }

    private Optional<AccountCreated> known(String accountId) {
        AccountCreated before = accounts.getIfPresent(accountId);
        if (before != null) {
            return Optional.of(before);
        }
        Optional<AccountCreated> account = first(accountId, AccountCreated.class);
        account.ifPresent(created -> accounts.put(accountId, created));
        return account;
    }

    private <T> Optional<T> first(String id, Class<T> type) {
        return firstEvents.apply(id).filter(type::isInstance).map(type::cast);
    }

    private static Optional<Object> first(EventStore events, String id) {
        DomainEventStream stream = events.readEvents(id, 0);
        return stream.hasNext() ? Optional.of(UnknownEvents.known(stream.next(), Object.class)) : Optional.empty();
    }

    private static Refused refused(Fault fault) {
        return new Refused(new InvalidRequest(List.of(fault)));
    }
}
