package io.ordertrail.query.order.history;

import io.ordertrail.api.message.Moment;
import io.ordertrail.api.order.OrderCourseEvent.OrderCreated;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.model.order.OrderState;
import io.ordertrail.query.projection.fold.UnknownEvent;
import io.ordertrail.query.reading.EventsAt;
import io.ordertrail.query.stock.ReservationTrail;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/** All that was recorded of an order and of what belongs to it, straight from the streams. */
final class OrderTrail {

    private final EventStore events;
    private final ReservationTrail reservations;

    OrderTrail(EventStore events, ReservationTrail reservations) {
        this.events = events;
        this.reservations = reservations;
    }

    /**
     * @param order as it is
     * @param version of its last event
     * @param events of the order, its payments, reservations, parcels and returns, each after what it follows from
     */
    record Trail(OrderState order, long version, List<DomainEventMessage<?>> events) {}

    /** Empty if there is no such order. */
    Optional<Trail> of(String orderId) {
        List<DomainEventMessage<?>> own = stream(orderId);
        OrderState order = null;
        for (DomainEventMessage<?> message : own) {
            order = next(order, message);
        }
        if (order == null) {
            return Optional.empty();
        }
        List<List<DomainEventMessage<?>>> streams = new ArrayList<>(reservations.of(orderId));
        streams.add(own);
        parts(order).forEach(part -> streams.add(stream(part)));
        return Optional.of(new Trail(order, own.size() - 1L, CausalOrder.of(streams)));
    }

    private static Stream<String> parts(OrderState order) {
        return Stream.of(
                        order.facts().funds().payments().keySet(),
                        order.parcels().keySet(),
                        order.facts().returns().keySet())
                .flatMap(ids -> ids.stream());
    }

    private List<DomainEventMessage<?>> stream(String id) {
        List<DomainEventMessage<?>> all = new ArrayList<>();
        EventsAt.of(events, id, Moment.NOW).forEachRemaining(all::add);
        return all;
    }

    private static @Nullable OrderState next(@Nullable OrderState order, DomainEventMessage<?> message) {
        if (order != null && message.getPayload() instanceof OrderEvent event) {
            return order.evolve(event, message.getTimestamp());
        }
        if (order == null && message.getPayload() instanceof OrderCreated first) {
            return OrderState.of(first, message.getTimestamp());
        }
        throw UnknownEvent.of(message);
    }
}
