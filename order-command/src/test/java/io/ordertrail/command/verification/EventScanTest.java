package io.ordertrail.command.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.ordertrail.api.order.OrderCourseEvent.OrderConfirmed;
import io.ordertrail.api.verification.Verification.Check;
import io.ordertrail.axon.store.PassListener;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.Test;

/** What the tables of the embedded store make impossible, but another store might not. */
class EventScanTest {

    private static final String ORDER = "order-1";

    private static DomainEventMessage<?> event(String id, long sequence) {
        return new GenericDomainEventMessage<>(
                "order",
                ORDER,
                sequence,
                new OrderConfirmed(ORDER, null, Instant.EPOCH),
                MetaData.emptyInstance(),
                id,
                Instant.EPOCH);
    }

    private static List<String> broken(List<DomainEventMessage<?>> events) {
        EventScan pass = new EventScan(List.of());
        events.forEach(pass);
        return pass.checks()
                .filter(check -> check.breaches() > 0)
                .map(Check::claim)
                .toList();
    }

    @Test
    void I2_two_events_have_one_id() {
        assertThat(broken(List.of(event("a", 0), event("b", 1), event("a", 2))))
                .containsExactly("Event ids are unique");
    }

    @Test
    void I2_a_sequence_number_comes_twice() {
        assertThat(broken(List.of(event("a", 0), event("b", 0))))
                .containsExactly("Per aggregate, sequence numbers are 0..n-1 without gap");
    }

    @Test
    void I2_a_stream_does_not_begin_at_its_beginning() {
        assertThat(broken(List.of(event("b", 1))))
                .containsExactly("Per aggregate, sequence numbers are 0..n-1 without gap");
    }

    @Test
    void a_store_elsewhere_is_read_up_to_where_it_ended_when_reading_began() {
        var engine = new InMemoryEventStorageEngine();
        EmbeddedEventStore store =
                EmbeddedEventStore.builder().storageEngine(engine).build();
        try {
            engine.appendEvents(event("a", 0), event("b", 1));
            List<String> seen = new ArrayList<>();
            EventLog.of(store, PassListener.NOBODY).forEach(event -> {
                seen.add(event.getIdentifier());
                engine.appendEvents(event("later " + seen.size(), 1 + seen.size()));
            });
            assertThat(seen).containsExactly("a", "b");
        } finally {
            store.shutDown();
        }
    }

    @Test
    void an_embedded_store_is_read_up_to_where_it_ended_when_reading_began() {
        var engine = new InMemoryEventStorageEngine();
        engine.appendEvents(event("a", 0), event("b", 1));
        List<String> seen = new ArrayList<>();
        EventLog.of(engine, PassListener.NOBODY).forEach((EventMessage<?> event) -> seen.add(event.getIdentifier()));
        assertThat(seen).containsExactly("a", "b");
    }

    @Test
    void an_empty_store_has_nothing_to_read() {
        List<String> seen = new ArrayList<>();
        EventLog.of(new InMemoryEventStorageEngine(), PassListener.NOBODY)
                .forEach(event -> seen.add(event.getIdentifier()));
        assertThat(seen).isEmpty();
    }
}
