package io.ordertrail.query.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ordertrail.api.message.Moment;
import io.ordertrail.axon.read.ReadDeadline;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;

class EventsAtTest {

    /** Without an end, but for that of the test. */
    private final EventStore events =
            new EmbeddedEventStore(EmbeddedEventStore.builder().storageEngine(new InMemoryEventStorageEngine())) {

                @Override
                public DomainEventStream readEvents(String id, long first) {
                    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
                    return DomainEventStream.of(Stream.<DomainEventMessage<?>>generate(() -> {
                                read.incrementAndGet();
                                return new GenericDomainEventMessage<>("Order", id, 0, "an event");
                            })
                            .takeWhile(event -> System.nanoTime() - end < 0));
                }
            };

    private final AtomicInteger read = new AtomicInteger();

    @Test
    void API4_a_stream_is_read_no_longer_than_its_query_may_take() {
        UnitOfWork<?> work = DefaultUnitOfWork.startAndGet(new GenericMessage<>("a query"));
        try {
            ReadDeadline.begin(work, Duration.ofMillis(200));
            assertThatThrownBy(() -> EventsAt.of(events, "order-1", Moment.NOW).forEachRemaining(event -> {}))
                    .isInstanceOf(QueryTimeoutException.class);
            assertThat(read).as("until then").hasPositiveValue();
        } finally {
            work.rollback();
        }
    }
}
