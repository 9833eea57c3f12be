package io.ordertrail.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.SimpleDeadlineManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.ScopeAwareProvider;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A service that would lose data does not start, and says why. */
class SelfCheckIT {

    private final Path dataDir = Probe.newDataDir();

    @Test
    void a_sound_service_starts() {
        try (ConfigurableApplicationContext probe = Probe.start(dataDir)) {
            assertThat(probe.getBean(SelfCheck.class).faults()).isEmpty();
        }
    }

    @Test
    void pitfall_1_without_transactions_it_does_not_start() {
        refuses(NoTransactions.class, "the transaction manager is NoTransactionManager");
    }

    @Test
    void pitfall_4_with_deadlines_in_memory_it_does_not_start() {
        refuses(DeadlinesInMemory.class, "the deadline manager is SimpleDeadlineManager");
    }

    @Test
    void with_events_in_memory_it_does_not_start() {
        refuses(EventsInMemory.class, "the event storage engine is InMemoryEventStorageEngine");
    }

    @Test
    void with_tokens_in_memory_it_does_not_start() {
        refuses(TokensInMemory.class, "the token store is InMemoryTokenStore");
    }

    @Test
    void pitfall_6_with_another_serializer_it_does_not_start() {
        refuses(AnotherSerializer.class, "the serializer is Jackson3Serializer");
    }

    @Test
    void pitfall_12_with_a_processor_that_polls_it_does_not_start() {
        refuses(PooledProcessor.class, "the event processor other is PooledStreamingEventProcessor");
    }

    @Test
    void pitfall_2_with_h2_writing_late_it_does_not_start() {
        String url = "jdbc:h2:file:" + dataDir.toAbsolutePath() + "/late;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE";
        assertThatThrownBy(() -> Probe.start(dataDir, "spring.datasource.url=" + url))
                .hasStackTraceContaining("add ;WRITE_DELAY=0 to spring.datasource.url");
    }

    private void refuses(Class<?> mistake, String reason) {
        assertThatThrownBy(() -> Probe.start(
                        List.of(Probe.class, mistake), dataDir, "spring.main.allow-bean-definition-overriding=true"))
                .hasStackTraceContaining("Ordertrail does not start, because it would lose data")
                .hasStackTraceContaining(reason);
    }

    static class NoTransactions {
        @Bean
        @Primary
        TransactionManager none() {
            return NoTransactionManager.instance();
        }
    }

    static class DeadlinesInMemory {
        @Bean
        @Primary
        DeadlineManager inMemory(org.axonframework.config.Configuration axon) {
            return SimpleDeadlineManager.builder()
                    .scopeAwareProvider((ScopeAwareProvider) scope -> java.util.stream.Stream.empty())
                    .build();
        }
    }

    static class EventsInMemory {
        @Bean
        @Primary
        EventStorageEngine inMemory() {
            return new InMemoryEventStorageEngine();
        }
    }

    static class TokensInMemory {
        @Bean
        @Primary
        TokenStore inMemory() {
            return new InMemoryTokenStore();
        }
    }

    static class AnotherSerializer {
        @Bean
        @Qualifier("eventSerializer")
        Serializer eventSerializer() {
            return Jackson3Serializer.builder().build();
        }
    }

    static class PooledProcessor {
        @Autowired
        void processors(EventProcessingConfigurer events) {
            events.registerEventHandler(c -> new Probe.Notes())
                    .assignHandlerTypesMatching("other", type -> type == Probe.Notes.class)
                    .registerPooledStreamingEventProcessor("other");
        }
    }
}
