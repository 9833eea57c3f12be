package io.ordertrail.command.customer;

import io.ordertrail.api.customer.CustomerEvent;
import io.ordertrail.api.customer.CustomerId;
import io.ordertrail.api.customer.CustomerQuery.GetCustomer;
import io.ordertrail.api.customer.CustomerQuery.GetPersonalData;
import io.ordertrail.api.customer.CustomerRefusal.CustomerNotFound;
import io.ordertrail.api.customer.CustomerView;
import io.ordertrail.api.customer.PersonalDataPage;
import io.ordertrail.api.message.Refused;
import io.ordertrail.axon.access.Ownership;
import io.ordertrail.axon.unknown.UnknownEvents;
import io.ordertrail.command.kernel.CustomerNames;
import io.ordertrail.model.customer.CustomerState;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryHandler;

/**
 * Answers what is kept of a customer, from the events themselves and the names of the customer's orders and accounts,
 * which are there as soon as these are: no view could be behind.
 */
final class CustomerLookup {

    private final EventStore events;
    private final CustomerNames names;
    private final CustomerTexts texts;

    CustomerLookup(EventStore events, CustomerNames names, CustomerTexts texts) {
        this.events = events;
        this.names = names;
        this.texts = texts;
    }

    private record Folded(CustomerState state, long version) {}

    @QueryHandler
    CustomerView get(GetCustomer query) {
        Folded known = known(query.customerId());
        if (known.version < 0) {
            mustHaveSomething(query.customerId());
        }
        CustomerState state = known.state;
        return new CustomerView(
                state.customerId(),
                known.version,
                state.state(),
                state.legalHold(),
                state.erasedAt(),
                state.erasureReason(),
                state.erasedOrders());
    }

    @QueryHandler
    PersonalDataPage get(GetPersonalData query) {
        String customerId = query.customerId();
        Ownership.require(() -> Optional.of(customerId), () -> new CustomerNotFound(customerId));
        known(customerId).state.mustBeThere();
        List<String> rest = mustHaveSomething(customerId)
                .sorted()
                .filter(id -> query.after() == null || id.compareTo(query.after()) > 0)
                .toList();
        List<String> page = rest.subList(0, Math.min(query.size(), rest.size()));
        return texts.of(
                customerId, page, Ownership.only(), page.size() < rest.size() ? page.get(page.size() - 1) : null);
    }

    /** The ids of their orders and accounts. */
    private Stream<String> mustHaveSomething(String customerId) {
        List<String> all = Stream.concat(names.ordersOf(customerId).stream(), names.accountsOf(customerId).stream())
                .toList();
        if (all.isEmpty()) {
            throw new Refused(new CustomerNotFound(customerId));
        }
        return all.stream();
    }

    private Folded known(String customerId) {
        CustomerState state = CustomerState.of(customerId);
        long version = -1;
        DomainEventStream stream = events.readEvents(CustomerId.stream(customerId), 0);
        while (stream.hasNext()) {
            DomainEventMessage<?> message = stream.next();
            state = state.evolve(UnknownEvents.known(message, CustomerEvent.class));
            version = message.getSequenceNumber();
        }
        return new Folded(state, version);
    }
}
