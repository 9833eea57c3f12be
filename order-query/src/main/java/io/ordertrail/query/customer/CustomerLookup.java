package io.ordertrail.query.customer;

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
import io.ordertrail.api.order.view.OrderQuery.Filter;
import io.ordertrail.api.order.view.OrderQuery.Sort;
import io.ordertrail.axon.access.Ownership;
import io.ordertrail.axon.serialization.PersonalTexts;
import io.ordertrail.model.customer.CustomerState;
import io.ordertrail.model.order.OrderState;
import io.ordertrail.query.order.list.ListedOrder;
import io.ordertrail.query.order.list.OrderList;
import io.ordertrail.query.reading.Page;
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
import org.jspecify.annotations.Nullable;

/**
 * Answers what is kept of a customer. It reads the few events there are about that themselves, and needs no view of its
 * own.
 */
final class CustomerLookup {

    private static final Sort OLDEST_FIRST = new Sort(Sort.Key.CREATED_AT, false);

    private final EventStore events;
    private final OrderList orders;

    CustomerLookup(EventStore events, OrderList orders) {
        this.events = events;
        this.orders = orders;
    }

    private record Folded(CustomerState state, long version) {}

    @QueryHandler
    CustomerView get(GetCustomer query) {
        Folded known = known(query.customerId());
        if (known.version < 0 && page(query.customerId(), null, 1).rows().isEmpty()) {
            throw new Refused(new CustomerNotFound(query.customerId()));
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
        Folded known = known(customerId);
        known.state.mustBeThere();
        Page<ListedOrder> page = page(customerId, query.after(), query.size());
        if (known.version < 0 && query.after() == null && page.rows().isEmpty()) {
            throw new Refused(new CustomerNotFound(customerId));
        }
        return new PersonalDataPage(
                customerId,
                page.rows().stream()
                        .map(order -> new OfOrder(order.orderId(), order.number(), texts(order.orderId())))
                        .toList(),
                page.next());
    }

    private Page<ListedOrder> page(String customerId, @Nullable String after, int size) {
        return orders.page(Filter.ofCustomer(customerId), OLDEST_FIRST, after, size);
    }

    /** Of an order, its payments, its shipments and its returns. */
    private List<Item> texts(String orderId) {
        List<Item> found = new ArrayList<>();
        OrderState order = null;
        for (DomainEventMessage<?> message : stream(orderId)) {
            OrderEvent event = (OrderEvent) message.getPayload();
            order = order == null ? OrderState.of((OrderCreated) event, event.at()) : order.evolve(event);
            add(found, message);
        }
        Stream.ofNullable(order)
                .flatMap(one -> Stream.of(
                                one.facts().funds().payments(),
                                one.parcels(),
                                one.facts().returns())
                        .map(Map::keySet)
                        .flatMap(Set::stream))
                .forEach(part -> stream(part).forEach(message -> add(found, message)));
        return found;
    }

    private static void add(List<Item> found, DomainEventMessage<?> message) {
        Object event = message.getPayload();
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
            state = state.evolve((CustomerEvent) message.getPayload());
            version = message.getSequenceNumber();
        }
        return new Folded(state, version);
    }
}
