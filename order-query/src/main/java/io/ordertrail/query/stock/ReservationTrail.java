package io.ordertrail.query.stock;

import io.ordertrail.axon.unknown.UnknownEvents;
import io.ordertrail.query.projection.fold.EventFold;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;

/**
 * The events of stock items that are about one order. Rows of reservations know which of the items' long streams they
 * are; what the view has not taken in, or not reliably, is read from the streams.
 */
public final class ReservationTrail {

    private static final EventFold<ReservationRow> FOLD = new ReservationFold();

    private final KnownReservations rows;
    private final EventStore events;

    ReservationTrail(KnownReservations rows, EventStore events) {
        this.rows = rows;
        this.events = events;
    }

    /**
     * Of each item its events about the order, the oldest first.
     *
     * @param items the stock items that the order has asked
     */
    public List<List<DomainEventMessage<?>>> of(String orderId, List<String> items) {
        KnownReservations.Known known = rows.of(orderId, items);
        List<List<DomainEventMessage<?>>> all = new ArrayList<>();
        known.upTo().forEach((item, version) -> all.add(of(orderId, item, version, known.of(item))));
        return all;
    }

    /** @param known what the events of the item up to {@code version} make of its reservations */
    private List<DomainEventMessage<?>> of(String orderId, String item, long version, List<ReservationRow> known) {
        Map<String, ReservationRow> reservations = new HashMap<>();
        known.forEach(row -> reservations.put(row.id(), row));
        Map<Long, DomainEventMessage<?>> read = new HashMap<>();
        SortedSet<Long> wanted = new TreeSet<>();
        events.readEvents(item, version + 1).forEachRemaining(event -> {
            if (UnknownEvents.isOne(event)) {
                // What it means is not known, but whom it is about.
                if (UnknownEvents.text(event, "orderId").filter(orderId::equals).isPresent()) {
                    wanted.add(event.getSequenceNumber());
                    read.put(event.getSequenceNumber(), event);
                }
            } else if (FOLD.concerns(event)) {
                FOLD.keys(event).stream()
                        .filter(key -> ReservationRow.isOf(orderId, item, key))
                        .forEach(key -> {
                            reservations.compute(key, (id, row) -> FOLD.fold(id, row, event));
                            read.put(event.getSequenceNumber(), event);
                        });
            }
        });
        reservations.values().forEach(row -> wanted.addAll(row.events()));
        return wanted.stream()
                .<DomainEventMessage<?>>map(each -> read.containsKey(each) ? read.get(each) : event(item, each))
                .toList();
    }

    private DomainEventMessage<?> event(String item, long version) {
        DomainEventStream stream = events.readEvents(item, version);
        if (!stream.hasNext()) {
            throw new IllegalStateException(item + " has no event " + version);
        }
        return stream.next();
    }
}
