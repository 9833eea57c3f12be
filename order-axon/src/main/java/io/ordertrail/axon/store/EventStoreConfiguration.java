package io.ordertrail.axon.store;

import io.ordertrail.axon.database.EmbeddedDatabase;
import io.ordertrail.axon.database.SchemaMigration;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The event store in a database of ours. With an Axon Server only its tables remain. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EventStoreProperties.class)
public class EventStoreConfiguration {

    /** Events that are read at once. */
    private static final int BATCH = 100;

    private static final Duration ALONE = Duration.ofSeconds(1);

    @Bean
    EventSchema eventSchema(DataSource dataSource, JdbcConnectionDetails database) {
        SchemaMigration.migrate(dataSource, "write");
        if (database instanceof EmbeddedDatabase) {
            // It takes positions in blocks, and commits for each block. A killed process leaves the rest of one as a
            // gap.
            JdbcClient.create(dataSource)
                    .sql("alter table domain_event alter column global_index set cache 256")
                    .update();
        }
        return AxonSchemas.events();
    }

    @Bean
    PersistenceExceptionResolver duplicates() {
        return AxonSchemas.duplicates();
    }

    @Bean
    @ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "false")
    JdbcEventStorageEngine eventStorageEngine(
            Serializer serializer,
            PersistenceExceptionResolver duplicates,
            Configuration axon,
            ConnectionProvider connections,
            TransactionManager transactions,
            EventSchema schema,
            EventGate gate) {
        return new GatedEventStorage(
                JdbcEventStorageEngine.builder()
                        .eventSerializer(serializer)
                        .snapshotSerializer(serializer)
                        // Text, so that psql shows the events.
                        .dataType(String.class)
                        .upcasterChain(axon.upcasterChain())
                        .snapshotFilter(axon.snapshotFilter())
                        .batchSize(BATCH)
                        // The versions of a stream have no gaps, so fewer events than asked for are the last ones.
                        .finalAggregateBatchPredicate(events -> events.size() < BATCH)
                        .persistenceExceptionResolver(duplicates)
                        .readEventDataWithoutGaps(AxonSchemas::readEvents)
                        .readEventDataWithGaps(AxonSchemas::readEventsWithGaps)
                        .extendedGapCheckEnabled(false)
                        .connectionProvider(connections)
                        .transactionManager(transactions)
                        .schema(schema),
                gate);
    }

    /**
     * Axon's own bean looks for other processes' events once a second only, and has no property for it. That is enough
     * where there can be no other process: events of the own one are seen at once.
     */
    @Bean
    @ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "false")
    EmbeddedEventStore eventStore(
            EventStorageEngine engine,
            Configuration axon,
            JdbcConnectionDetails database,
            EventStoreProperties settings) {
        Duration delay = database instanceof EmbeddedDatabase ? ALONE : settings.fetchDelay();
        return EmbeddedEventStore.builder()
                .storageEngine(engine)
                .messageMonitor(axon.messageMonitor(EventStore.class, "eventStore"))
                .spanFactory(axon.getComponent(EventBusSpanFactory.class))
                .fetchDelay(delay.toMillis())
                .timeUnit(TimeUnit.MILLISECONDS)
                .build();
    }

    @Bean
    @ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "false")
    @ConditionalOnProperty(name = "ordertrail.processors.auto-start", havingValue = "true")
    StreamAnchor streamAnchor(EmbeddedEventStore events) {
        return new StreamAnchor(events);
    }
}
