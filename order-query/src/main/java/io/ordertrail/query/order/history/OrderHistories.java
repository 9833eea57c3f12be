package io.ordertrail.query.order.history;

import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.ViewBehind;
import io.ordertrail.api.order.OrderCourseRefusal.OrderNotFound;
import io.ordertrail.api.order.view.OrderHistory;
import io.ordertrail.api.order.view.OrderQuery.GetOrderHistory;
import io.ordertrail.axon.access.Ownership;
import io.ordertrail.query.projection.table.EventTable;
import io.ordertrail.query.reading.Owners;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryHandler;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Answers the history of an order: who, when, why, and what changed. */
final class OrderHistories {

    private final EventTable<HistoryRow> table;
    private final OrderHistoryFold fold;
    private final EventStore events;
    private final Owners owners;
    private final JsonMapper json;

    OrderHistories(
            EventTable<HistoryRow> table, OrderHistoryFold fold, EventStore events, Owners owners, JsonMapper json) {
        this.owners = owners;
        this.table = table;
        this.fold = fold;
        this.events = events;
        this.json = json;
    }

    @QueryHandler
    OrderHistory get(GetOrderHistory query) {
        String orderId = query.orderId();
        Ownership.require(() -> owners.ofOrder(orderId), () -> new OrderNotFound(orderId));
        long wanted = query.minVersion() == null ? 0 : query.minVersion();
        long last = table.last(orderId);
        // With rows missing, of those that are there or that are wanted, the stream tells all.
        List<HistoryRow> all = last < wanted ? fromStream(orderId) : List.of();
        last = all.isEmpty() ? last : all.size() - 1;
        if (last < 0) {
            throw new Refused(new OrderNotFound(orderId));
        }
        if (last < wanted) {
            throw new Refused(new ViewBehind(wanted, last));
        }
        HistorySlice slice = HistorySlice.of(query.after(), query.limit(), last);
        Optional<String> customer = Ownership.only();
        return new OrderHistory(
                orderId,
                last,
                rows(orderId, slice, all).stream()
                        .map(this::entry)
                        .flatMap(entry ->
                                customer.map(one -> CustomerHistory.of(entry, one)).orElse(Optional.of(entry)).stream())
                        .toList(),
                slice.next(),
                slice.previous(),
                slice.end());
    }

    private List<HistoryRow> rows(String orderId, HistorySlice slice, List<HistoryRow> all) {
        List<HistoryRow> rows = all.isEmpty() ? table.of(orderId, slice.from(), slice.to()) : slice.of(all);
        // They may have been taken away for a replay since they were counted.
        return rows.size() == slice.size() ? rows : slice.of(fromStream(orderId));
    }

    private List<HistoryRow> fromStream(String orderId) {
        List<HistoryRow> rows = new ArrayList<>();
        // From the first event on, which a snapshot would hide.
        var stream = events.readEvents(orderId, 0);
        while (stream.hasNext()) {
            DomainEventMessage<?> message = stream.next();
            if (table.concerns(message)) {
                rows.add(fold.row(message));
            }
        }
        return rows;
    }

    private OrderHistory.Entry entry(HistoryRow row) {
        return new OrderHistory.Entry(
                row.version(),
                row.eventId(),
                row.type(),
                row.at(),
                row.recordedAt(),
                row.actor(),
                row.roles().isEmpty() ? List.of() : List.of(row.roles().split(",")),
                row.onBehalfOf(),
                row.reason(),
                row.summary(),
                json.readValue(row.data(), new TypeReference<>() {}),
                row.correlationId(),
                row.causationId(),
                row.traceId());
    }
}
