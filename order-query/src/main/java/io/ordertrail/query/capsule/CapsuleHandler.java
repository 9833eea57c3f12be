package io.ordertrail.query.capsule;

import io.ordertrail.api.capsule.Capsule;
import io.ordertrail.api.capsule.CapsuleQuery.GetCapsule;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.order.OrderCourseRefusal.OrderNotFound;
import io.ordertrail.axon.capsule.CapsuleEvents;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.queryhandling.QueryHandler;

/** Makes the capsule of an order. */
final class CapsuleHandler {

    private final OrderStreams streams;
    private final CapsuleEvents events;
    private final CapsuleRows rows;

    CapsuleHandler(OrderStreams streams, CapsuleEvents events, CapsuleRows rows) {
        this.streams = streams;
        this.events = events;
        this.rows = rows;
    }

    @QueryHandler
    Capsule get(GetCapsule query) {
        List<DomainEventMessage<?>> found = streams.of(query.orderId());
        if (found.isEmpty()) {
            throw new Refused(new OrderNotFound(query.orderId()));
        }
        Map<String, Long> next = new HashMap<>();
        List<Capsule.Event> kept = new ArrayList<>();
        for (DomainEventMessage<?> event : found) {
            kept.add(events.in(event, next.merge(event.getAggregateIdentifier(), 1L, Long::sum) - 1));
        }
        return new Capsule(Capsule.FORMAT, query.orderId(), kept, rows.of(events.out(kept)));
    }
}
