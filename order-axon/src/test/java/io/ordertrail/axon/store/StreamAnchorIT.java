package io.ordertrail.axon.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ordertrail.axon.Probe;
import java.util.Set;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.spring.config.SpringAxonConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class StreamAnchorIT {

    @Test
    void pitfall_55_it_starts_before_the_processors_where_there_are_any() {
        try (ConfigurableApplicationContext probe = Probe.start(Probe.newDataDir())) {
            StreamAnchor anchor = probe.getBean(StreamAnchor.class);
            assertThat(anchor.isRunning()).isTrue();
            assertThat(anchor.getPhase()).isLessThan(SpringAxonConfiguration.LIFECYCLE_PHASE);
        }
        try (ConfigurableApplicationContext probe =
                Probe.start(Probe.newDataDir(), "ordertrail.processors.auto-start=false")) {
            assertThat(probe.getBeansOfType(StreamAnchor.class)).isEmpty();
        }
    }

    @Test
    void an_event_that_is_committed_late_is_in_the_stream() {
        try (ConfigurableApplicationContext probe =
                Probe.start(Probe.newDataDir(), "ordertrail.processors.auto-start=false")) {
            JdbcClient jdbc = probe.getBean(JdbcClient.class);
            // A store of its own: the processors of the probe read the shared stream of the probe's.
            EmbeddedEventStore events = EmbeddedEventStore.builder()
                    .storageEngine(probe.getBean(EventStorageEngine.class))
                    .fetchDelay(20)
                    .build();
            for (int n = 0; n < 3; n++) {
                Probe.store(probe, "order-1", n, "note " + n);
            }
            long last = jdbc.sql("select max(global_index) from domain_event")
                    .query(Long.class)
                    .single();
            move(jdbc, last - 1, -2);
            StreamAnchor anchor = new StreamAnchor(events);
            anchor.start();
            try (BlockingStream<TrackedEventMessage<?>> stream =
                    events.openStream(GapAwareTrackingToken.newInstance(last, Set.of(last - 1)))) {
                assertThat(stream.hasNextAvailable()).isFalse();
                move(jdbc, -2, last - 1);
                await().until(stream::hasNextAvailable);
            }
            anchor.stop();
            events.shutDown();
        }
    }

    private static void move(JdbcClient jdbc, long from, long to) {
        jdbc.sql("update domain_event set global_index = ? where global_index = ?")
                .params(to, from)
                .update();
    }
}
