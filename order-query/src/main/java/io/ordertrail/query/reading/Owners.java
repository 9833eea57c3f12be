package io.ordertrail.query.reading;

import io.ordertrail.api.account.AccountEvent.AccountCreated;
import io.ordertrail.api.order.OrderCourseEvent.OrderCreated;
import io.ordertrail.api.order.OrderId;
import io.ordertrail.axon.unknown.UnknownEvents;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;

/**
 * Which customer a thing belongs to. The first event of its order or account says so and never changes, so no view that
 * is behind or being refilled gives a wrong answer.
 */
public final class Owners {

    private final EventStore events;

    public Owners(EventStore events) {
        this.events = events;
    }

    /** Of an order; empty if there is none. */
    public Optional<String> ofOrder(String orderId) {
        return first(orderId, OrderCreated.class).map(OrderCreated::customerId);
    }

    /** Of a payment, a shipment or a return of an order. */
    public Optional<String> ofPart(String partId) {
        return OrderId.ofPart(partId).flatMap(this::ofOrder);
    }

    /** Of an account; empty if there is none. */
    public Optional<String> ofAccount(String accountId) {
        return first(accountId, AccountCreated.class).map(AccountCreated::ownerId);
    }

    private <T> Optional<T> first(String id, Class<T> type) {
        DomainEventStream stream = events.readEvents(id, 0);
        Optional<Object> first =
                stream.hasNext() ? Optional.of(UnknownEvents.known(stream.next(), Object.class)) : Optional.empty();
        return first.filter(type::isInstance).map(type::cast);
    }
}
