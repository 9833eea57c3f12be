package io.ordertrail.query.order.history;

import io.ordertrail.api.message.Moment;
import io.ordertrail.api.order.OrderCourseEvent.OrderCreated;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.OrderGoodsEvent.StockAsked;
import io.ordertrail.api.stock.StockItemId;
import io.ordertrail.axon.unknown.UnknownEvents;
import io.ordertrail.model.order.OrderState;
import io.ordertrail.query.process.ProcessTrail;
import io.ordertrail.query.reading.EventsAt;
import io.ordertrail.query.stock.ReservationTrail;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/** All that was recorded of an order and of what belongs to it, straight from the streams where there are any. */
final class OrderTrail {

    private final EventStore events;
    private final ReservationTrail reservations;
    private final ProcessTrail processes;

    OrderTrail(EventStore events, ReservationTrail reservations, ProcessTrail processes) {
        this.events = events;
        this.reservations = reservations;
        this.processes = processes;
    }

    /**
     * @param order as it is; without what a later release has stored
     * @param whole whether it is without nothing
     * @param version of its last event
     * @param events of the order, its payments, reservations, parcels, returns and processes, each after what it
     *     follows from
     */
    record Trail(OrderState order, boolean whole, long version, List<DomainEventMessage<?>> events) {

        /** In whose queues the steps of its processes are: of the order and its parts. */
        List<String> subjects() {
            return Stream.concat(Stream.of(order.orderId()), parts(order)).toList();
        }
    }

    /** Empty if there is no such order. */
    Optional<Trail> of(String orderId) {
        List<DomainEventMessage<?>> own = stream(orderId);
        if (own.isEmpty()) {
            return Optional.empty();
        }
        OrderState order = null;
        boolean whole = true;
        for (DomainEventMessage<?> message : own) {
            whole = whole && !UnknownEvents.isOne(message);
            order = whole ? next(order, message) : nearly(order, message);
        }
        if (order == null) {
            throw UnknownEvents.refused(own.get(0));
        }
        List<List<DomainEventMessage<?>>> streams = new ArrayList<>(reservations.of(orderId, items(own)));
        streams.add(own);
        parts(order).forEach(part -> streams.add(stream(part)));
        processes.of(orderId).forEach(told -> streams.add(List.of(told)));
        return Optional.of(
                new Trail(order, whole, own.get(own.size() - 1).getSequenceNumber(), CausalOrder.of(streams)));
    }

    /** The stock items that it has asked. */
    private static List<String> items(List<DomainEventMessage<?>> own) {
        return own.stream()
                .filter(message -> message.getPayload() instanceof StockAsked)
                .flatMap(message -> ((StockAsked) message.getPayload()).lines().stream())
                .map(ask -> StockItemId.of(ask.sku()))
                .distinct()
                .toList();
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

    /** The order after an event of a stream that is not known whole: good to find its parts by. */
    private static @Nullable OrderState nearly(@Nullable OrderState order, DomainEventMessage<?> message) {
        try {
            return UnknownEvents.isOne(message) ? order : next(order, message);
        } catch (IllegalArgumentException | IllegalStateException | NullPointerException e) {
            // What it follows from is among what is not known.
            return order;
        }
    }

    private static OrderState next(@Nullable OrderState order, DomainEventMessage<?> message) {
        OrderEvent event = UnknownEvents.known(message, OrderEvent.class);
        return order == null
                ? OrderState.of((OrderCreated) event, message.getTimestamp())
                : order.evolve(event, message.getTimestamp());
    }
}
