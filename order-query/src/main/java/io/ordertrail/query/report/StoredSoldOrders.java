package io.ordertrail.query.report;

import io.ordertrail.api.order.OrderCourseEvent.OrderCreated;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.axon.unknown.UnknownEvents;
import java.util.Objects;
import java.util.function.Supplier;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/** Reads the order's stream, which never changes: so the answer never changes, and a replay gives the same. */
final class StoredSoldOrders implements SoldOrders {

    private final Supplier<EventStore> events;

    /** An event is looked up several times, once for each row that it changes. */
    private volatile @Nullable Answer last;

    private record Answer(String orderId, long version, SoldOrder order) {}

    /** @param events is created when the first event comes, because the store is created after the projections */
    StoredSoldOrders(Supplier<EventStore> events) {
        this.events = events;
    }

    @Override
    public SoldOrder before(String orderId, long version) {
        Answer answer = last;
        if (answer == null || !answer.orderId.equals(orderId) || answer.version != version) {
            answer = new Answer(orderId, version, read(orderId, version));
            last = answer;
        }
        return answer.order;
    }

    private SoldOrder read(String orderId, long version) {
        SoldOrder order = null;
        // From the first event on, which a snapshot would hide.
        DomainEventStream stream = events.get().readEvents(orderId, 0);
        while (stream.hasNext()) {
            DomainEventMessage<?> message = stream.next();
            if (message.getSequenceNumber() >= version) {
                break;
            }
            if (SoldOrder.EVENTS.contains(message.getPayloadType()) || UnknownEvents.mayBe(message, SoldOrder.EVENTS)) {
                OrderEvent event = UnknownEvents.known(message, OrderEvent.class);
                order = order == null ? SoldOrder.placed((OrderCreated) event) : order.next(event);
            }
        }
        return Objects.requireNonNull(order, () -> "Nothing is stored of " + orderId + " before event " + version);
    }
}
