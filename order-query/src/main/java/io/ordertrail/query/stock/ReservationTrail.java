package io.ordertrail.query.stock;

import io.ordertrail.query.projection.table.StateTable;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** The events of stock items that are about one order. Its reservations know which of their long streams they are. */
public final class ReservationTrail {

    private final StateTable<ReservationRow> reservations;
    private final EventStore events;

    ReservationTrail(StateTable<ReservationRow> reservations, EventStore events) {
        this.reservations = reservations;
        this.events = events;
    }

    /** Of each reservation of the order its events, the oldest first. */
    public List<List<DomainEventMessage<?>>> of(String orderId) {
        return reservations.find("where order_id = ?", List.of(orderId)).stream()
                .map(this::events)
                .toList();
    }

    private List<DomainEventMessage<?>> events(ReservationRow row) {
        List<DomainEventMessage<?>> found = new ArrayList<>();
        for (long version : row.events()) {
            DomainEventStream stream = events.readEvents(row.itemId(), version);
            if (stream.hasNext()) {
                found.add(stream.next());
            }
        }
        return found;
    }
}
