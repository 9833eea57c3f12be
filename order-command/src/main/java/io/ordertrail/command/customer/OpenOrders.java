package io.ordertrail.command.customer;

import io.ordertrail.api.order.OrderCourseEvent.OrderCreated;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.status.ReturnStatus;
import io.ordertrail.axon.unknown.UnknownEvents;
import io.ordertrail.model.order.OrderFacts;
import io.ordertrail.model.order.OrderState;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/**
 * Which orders there is still something to do about, for which one must know to whom and where. Read from the store,
 * without the locks of the orders.
 */
final class OpenOrders {

    private static final int NAMED = 10;

    private final EventStore events;

    OpenOrders(EventStore events) {
        this.events = events;
    }

    /** Those of {@code orders} that are open; some of them, if they are many. */
    List<String> among(List<String> orders) {
        return orders.stream().filter(this::isOpen).limit(NAMED).toList();
    }

    private boolean isOpen(String orderId) {
        OrderState order = read(orderId);
        if (order == null) {
            return false;
        }
        OrderFacts facts = order.facts();
        ReturnStatus returns = facts.returnStatus();
        return !facts.isOver()
                || returns == ReturnStatus.REQUESTED
                || returns == ReturnStatus.IN_PROGRESS
                || !facts.openProblems().isEmpty()
                // Money on its way must be told whose it is.
                || facts.funds().payments().values().stream().anyMatch(payment -> payment.open() != null);
    }

    /** Null where the order was never stored, as by an Axon Server that was away. */
    private @Nullable OrderState read(String orderId) {
        DomainEventStream stream = events.readEvents(orderId, 0);
        OrderState order = null;
        while (stream.hasNext()) {
            DomainEventMessage<?> message = stream.next();
            OrderEvent event = UnknownEvents.known(message, OrderEvent.class);
            order = order == null
                    ? OrderState.of((OrderCreated) event, message.getTimestamp())
                    : order.evolve(event, message.getTimestamp());
        }
        return order;
    }
}
