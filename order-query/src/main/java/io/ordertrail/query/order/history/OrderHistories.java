package io.ordertrail.query.order.history;

import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.ViewBehind;
import io.ordertrail.api.order.OrderCourseRefusal.OrderNotFound;
import io.ordertrail.api.order.view.OrderHistory;
import io.ordertrail.api.order.view.OrderHistory.Entry;
import io.ordertrail.api.order.view.OrderHistory.Upcoming;
import io.ordertrail.api.order.view.OrderQuery.GetOrderHistory;
import io.ordertrail.axon.access.Ownership;
import io.ordertrail.model.payment.OpenRequest;
import io.ordertrail.query.order.history.OrderTrail.Trail;
import io.ordertrail.query.reading.Owners;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.queryhandling.QueryHandler;

/** Answers the history of an order: who, when, why, and what changed. */
final class OrderHistories {

    private final OrderTrail trails;
    private final HistoryEntries entries;
    private final Owners owners;
    private final OwnWork work;

    OrderHistories(OrderTrail trails, HistoryEntries entries, Owners owners, OwnWork work) {
        this.work = work;
        this.trails = trails;
        this.entries = entries;
        this.owners = owners;
    }

    @QueryHandler
    OrderHistory get(GetOrderHistory query) {
        Trail trail = trail(query.orderId());
        long wanted = query.minVersion() == null ? 0 : query.minVersion();
        if (trail.version() < wanted) {
            throw new Refused(new ViewBehind(wanted, trail.version()));
        }
        HistorySlice slice =
                HistorySlice.of(query.after(), query.limit(), trail.events().size());
        return new OrderHistory(
                query.orderId(),
                trail.version(),
                entries(slice.of(trail.events())),
                trail.whole() ? upcoming(trail) : List.of(),
                slice.next(),
                slice.previous(),
                slice.end());
    }

    private List<Upcoming> upcoming(Trail trail) {
        OrderParts parts = OrderParts.of(trail.events());
        Upcomings upcoming = Upcomings.of(trail.order(), parts);
        if (Ownership.only().isPresent()) {
            return upcoming.earliestFirst();
        }
        List<String> keys =
                parts.unknown().values().stream().map(OpenRequest::key).toList();
        return upcoming.andApprovals(trail.order())
                .andTries(parts, work.lookUps(keys), work.failing(trail.subjects()))
                .earliestFirst();
    }

    /** What the caller may see of {@code messages}. */
    List<Entry> entries(List<DomainEventMessage<?>> messages) {
        return messages.stream()
                .map(entries::of)
                .flatMap(OrderHistories::visible)
                .toList();
    }

    /** @throws Refused there is no such order, or it is another's than the caller's */
    Trail trail(String orderId) {
        Ownership.require(() -> owners.ofOrder(orderId), () -> new OrderNotFound(orderId));
        return trails.of(orderId).orElseThrow(() -> new Refused(new OrderNotFound(orderId)));
    }

    private static Stream<Entry> visible(Entry entry) {
        Optional<String> customer = Ownership.only();
        return customer.isEmpty() ? Stream.of(entry) : CustomerHistory.of(entry, customer.get()).stream();
    }
}
