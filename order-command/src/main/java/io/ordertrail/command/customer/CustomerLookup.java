package io.ordertrail.command.customer;

import io.ordertrail.api.Contract;
import io.ordertrail.api.customer.CustomerEvent;
import io.ordertrail.api.customer.CustomerId;
import io.ordertrail.api.customer.CustomerQuery.GetCustomer;
import io.ordertrail.api.customer.CustomerQuery.GetPersonalData;
import io.ordertrail.api.customer.CustomerRefusal.CustomerNotFound;
import io.ordertrail.api.customer.CustomerView;
import io.ordertrail.api.customer.PersonalDataPage;
import io.ordertrail.api.customer.PersonalDataPage.Item;
import io.ordertrail.api.customer.PersonalDataPage.OfOrder;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.order.OrderCourseEvent.OrderCreated;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.axon.access.Ownership;
import io.ordertrail.axon.serialization.PersonalTexts;
import io.ordertrail.axon.unknown.UnknownEvents;
import io.ordertrail.command.order.OrderNames;
import io.ordertrail.model.customer.CustomerState;
import io.ordertrail.model.order.OrderState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryHandler;

/**
 * Answers what is kept of a customer, from the events themselves and the names of the customer's orders, which are
 * there as soon as an order is: no view could be behind.
 */
final class CustomerLookup {

    private final EventStore events;
    private final OrderNames names;

    CustomerLookup(EventStore events, OrderNames names) {
        this.events = events;
        this.names = names;
    }

    private record Folded(CustomerState state, long version) {}

    @QueryHandler
    CustomerView get(GetCustomer query) {
        Folded known = known(query.customerId());
        if (known.version < 0) {
            mustHaveOrders(query.customerId());
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
        List<String> rest = mustHaveOrders(customerId).stream()
                .sorted()
                .filter(order -> query.after() == null || order.compareTo(query.after()) > 0)
                .toList();
        List<String> page = rest.subList(0, Math.min(query.size(), rest.size()));
        return new PersonalDataPage(
                customerId,
                page.stream().flatMap(order -> texts(order).stream()).toList(),
                page.size() < rest.size() ? page.get(page.size() - 1) : null);
    }

    private List<String> mustHaveOrders(String customerId) {
        List<String> orders = names.ordersOf(customerId);
        if (orders.isEmpty()) {
            throw new Refused(new CustomerNotFound(customerId));
        }
        return orders;
    }

    /** Of an order, its payments, its shipments and its returns; empty if it was never stored after all. */
    private Optional<OfOrder> texts(String orderId) {
        List<Item> found = new ArrayList<>();
        OrderState order = null;
        for (DomainEventMessage<?> message : stream(orderId)) {
            OrderEvent event = UnknownEvents.known(message, OrderEvent.class);
            order = order == null ? OrderState.of((OrderCreated) event, event.at()) : order.evolve(event);
            add(found, message);
        }
        if (order == null) {
            return Optional.empty();
        }
        Stream.of(
                        order.facts().funds().payments(),
                        order.parcels(),
                        order.facts().returns())
                .map(Map::keySet)
                .flatMap(Set::stream)
                .forEach(part -> stream(part).forEach(message -> add(found, message)));
        return Optional.of(new OfOrder(orderId, order.placed().number(), found));
    }

    private static void add(List<Item> found, DomainEventMessage<?> message) {
        Object event = UnknownEvents.known(message, Object.class);
        PersonalTexts.of(event)
                .forEach((field, text) -> found.add(new Item(
                        message.getAggregateIdentifier(),
                        message.getSequenceNumber(),
                        Contract.named(event.getClass()).value(),
                        message.getTimestamp(),
                        field,
                        text)));
    }

    private List<? extends DomainEventMessage<?>> stream(String id) {
        return events.readEvents(id, 0).asStream().toList();
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
