package io.ordertrail.axon;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import com.zaxxer.hikari.HikariConfigMXBean;
import com.zaxxer.hikari.HikariDataSource;
import io.ordertrail.api.Contract;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandBusSpanFactory;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolver;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.axonframework.springboot.autoconfig.AxonAutoConfiguration;
import org.axonframework.springboot.autoconfig.JdbcAutoConfiguration;
import org.axonframework.springboot.autoconfig.TransactionAutoConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.DataSourceUnwrapper;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.util.unit.DataSize;

/** Axon as Ordertrail uses it. Each bean stands for a trap of docs/reference/axon-pitfalls.md that it closes. */
@AutoConfiguration(
        after = DataSourceTransactionManagerAutoConfiguration.class,
        before = {TransactionAutoConfiguration.class, JdbcAutoConfiguration.class, AxonAutoConfiguration.class},
        beforeName = "com.github.kagkarlsson.scheduler.boot.autoconfigure.DbSchedulerAutoConfiguration")
@Import({SnapshotConfiguration.class, EndConfiguration.class})
public class OrdertrailAxonAutoConfiguration {

    private static final Duration ALONE = Duration.ofSeconds(1);

    /** The embedded database, known before the data source is made. */
    @AutoConfiguration(before = DataSourceAutoConfiguration.class)
    @ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "embedded")
    public static class EmbeddedDatabaseAutoConfiguration {

        @Bean
        @ConditionalOnMissingBean
        JdbcConnectionDetails embeddedDatabase(@Value("${ordertrail.data-dir}") Path dataDir) {
            return new EmbeddedDatabase(dataDir);
        }

        @Bean
        @ConditionalOnProperty(name = "ordertrail.processors.auto-start", havingValue = "true")
        FileCompaction fileCompaction(
                JdbcConnectionDetails database, @Value("${ordertrail.embedded.copy-up-to}") DataSize copied) {
            return new FileCompaction(database, copied);
        }

        @Bean
        @ConditionalOnProperty(name = "ordertrail.processors.auto-start", havingValue = "true")
        PageCompaction pageCompaction(JdbcConnectionDetails database, DataSource dataSource) {
            return new PageCompaction(
                    database, DataSourceUnwrapper.unwrap(dataSource, HikariConfigMXBean.class, HikariDataSource.class));
        }

        /** So that the compaction comes after it, with nobody else in the file. */
        @Bean
        static BeanFactoryPostProcessor dataSourceIsClosedFirst() {
            return factory -> {
                if (factory.containsBeanDefinition("dataSource") && factory.containsBeanDefinition("fileCompaction")) {
                    factory.getBeanDefinition("dataSource").setDependsOn("fileCompaction");
                }
            };
        }
    }

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    SpringTransactionManager axonTransactionManager(PlatformTransactionManager transactionManager) {
        return new SpringTransactionManager(transactionManager);
    }

    @Bean
    @Primary
    NamedTypesSerializer serializer(ObjectProvider<SnapshotType> snapshots) {
        return NamedTypesSerializer.create(SnapshotType.beside(Contract.byName(), snapshots.stream()));
    }

    @Bean
    CorrelationDataProvider correlation() {
        return new Correlation();
    }

    @Bean
    MessageNames messageNames() {
        return new MessageNames();
    }

    @Bean
    EventSchema eventSchema(DataSource dataSource) {
        Schema.migrate(dataSource, "write");
        return Stores.events();
    }

    @Bean
    EventUpcasterChain upcasters() {
        return Upcasters.chain();
    }

    @Bean
    PersistenceExceptionResolver duplicates() {
        return Stores.duplicates();
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
        return new OwnEventStorage(
                JdbcEventStorageEngine.builder()
                        .eventSerializer(serializer)
                        .snapshotSerializer(serializer)
                        // Text, so that psql shows the events.
                        .dataType(String.class)
                        .upcasterChain(axon.upcasterChain())
                        .snapshotFilter(axon.snapshotFilter())
                        .persistenceExceptionResolver(duplicates)
                        .readEventDataWithGaps(Stores::readEventsWithGaps)
                        .connectionProvider(connections)
                        .transactionManager(transactions)
                        .schema(schema),
                gate);
    }

    /**
     * Axon's own bean looks for other processes' events once a second only, and has no property for it. That is enough where there
     * can be no other process: events of the own one are seen at once.
     */
    @Bean
    @ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "false")
    EmbeddedEventStore eventStore(
            EventStorageEngine engine,
            Configuration axon,
            JdbcConnectionDetails database,
            @Value("${ordertrail.event-store.fetch-delay}") Duration fetchDelay) {
        Duration delay = database instanceof EmbeddedDatabase ? ALONE : fetchDelay;
        return EmbeddedEventStore.builder()
                .storageEngine(engine)
                .messageMonitor(axon.messageMonitor(EventStore.class, "eventStore"))
                .spanFactory(axon.getComponent(EventBusSpanFactory.class))
                .fetchDelay(delay.toMillis())
                .timeUnit(TimeUnit.MILLISECONDS)
                .build();
    }

    @Bean
    TokenSchema tokenSchema() {
        return Stores.tokens();
    }

    /**
     * Claims tokens under a name that no other process has: pid@host, the default, may be equal in two containers. Only one
     * process at a time can open the embedded database, so there the name is always the same: the next process need not wait
     * for the claims of a killed one to run out.
     */
    @Bean
    JdbcTokenStore tokenStore(
            ConnectionProvider connections, Serializer serializer, TokenSchema schema, JdbcConnectionDetails database) {
        boolean alone = database instanceof EmbeddedDatabase;
        JdbcTokenStore.Builder builder = JdbcTokenStore.builder()
                .connectionProvider(connections)
                .serializer(serializer)
                .schema(schema)
                .nodeId(
                        alone
                                ? "embedded"
                                : ManagementFactory.getRuntimeMXBean().getName() + "-" + UUID.randomUUID());
        return alone ? SparingTokenStore.alone(builder) : SparingTokenStore.amongOthers(builder);
    }

    @Bean
    StoredTokens storedTokens(JdbcClient jdbc, Serializer serializer, EventSchema migrated) {
        return new StoredTokens(jdbc, serializer);
    }

    @Bean
    DeadLetterSchema deadLetterSchema() {
        return Stores.deadLetters();
    }

    /** A handler that fails stops its processor, which tries again, instead of losing the event with a log line. */
    @Bean
    ConfigurerModule failuresPropagate() {
        return configurer -> configurer
                .eventProcessing()
                .registerDefaultListenerInvocationErrorHandler(c -> PropagatingErrorHandler.instance())
                .registerDefaultErrorHandler(c -> PropagatingErrorHandler.instance());
    }

    /** Axon registers it, and what follows, on the command bus by their type. A refusal for a fault is kept as well. */
    @Bean
    @Order(0)
    IdempotencyStore idempotencyStore(
            JdbcClient jdbc,
            TransactionManager transactions,
            NamedTypesSerializer serializer,
            ObjectProvider<EventStore> events,
            Clock clock,
            EventSchema migrated) {
        return new IdempotencyStore(jdbc, transactions, serializer.getObjectMapper(), events::getObject, clock);
    }

    @Bean
    @Order(1)
    CommandValidation commandValidation() {
        return new CommandValidation();
    }

    @Bean
    @Qualifier("localSegment")
    LocalCommandBus commandBus(
            TransactionManager transactions, Configuration axon, DuplicateCommandHandlerResolver duplicateHandlers) {
        LocalCommandBus bus = new LocalCommandBus(SimpleCommandBus.builder()
                .transactionManager(transactions)
                .duplicateCommandHandlerResolver(duplicateHandlers)
                .spanFactory(axon.getComponent(CommandBusSpanFactory.class))
                .messageMonitor(axon.messageMonitor(CommandBus.class, "commandBus")));
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(axon.correlationDataProviders()));
        return bus;
    }

    @Bean("axonServerHealthIndicator")
    @ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "true")
    AxonServerHealth axonServerHealth(AxonServerConnectionManager server) {
        return new AxonServerHealth(server::connections);
    }

    @Bean
    Dispatch dispatch(
            CommandBus commands,
            QueryBus queries,
            DataSource dataSource,
            @Value("${ordertrail.reads.at-once}") int readsAtOnce,
            @Value("${ordertrail.reads.of-many-at-once}") int readsOfManyAtOnce) {
        commands.registerDispatchInterceptor(MessageNames.commands());
        queries.registerDispatchInterceptor(MessageNames.queries());
        queries.registerHandlerInterceptor(new RefusalCarrier());
        queries.registerHandlerInterceptor(new ReadLimit(dataSource));
        return new Dispatch(
                commands,
                queries,
                new ReadTurns(readsAtOnce, Dispatch.READ),
                new ReadTurns(readsOfManyAtOnce, Dispatch.READ));
    }

    @Bean
    RecurringTask<Void> forgetOldAnswers(
            IdempotencyStore answers, Clock clock, @Value("${ordertrail.idempotency.keep}") Duration keep) {
        return Tasks.recurring("forget-old-answers", Schedules.fixedDelay(Duration.ofHours(1)))
                .execute((instance, context) ->
                        answers.forgetBefore(clock.instant().minus(keep)));
    }

    /**
     * What a killed process was doing is taken up at once where nobody else can be doing it. Elsewhere it takes as long as its
     * heartbeats are missed.
     */
    @Bean
    @ConditionalOnProperty(name = "ordertrail.processors.auto-start", havingValue = "true")
    SmartInitializingSingleton leftTasks(JdbcConnectionDetails database, JdbcClient jdbc, EventSchema migrated) {
        return () -> {
            if (database instanceof EmbeddedDatabase) {
                jdbc.sql("update scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null,"
                                + " version = version + 1 where picked = true")
                        .update();
            }
        };
    }

    @Bean
    @ConditionalOnProperty(name = "ordertrail.processors.auto-start", havingValue = "true")
    SelfCheck selfCheck(Configuration axon, JdbcClient jdbc) {
        return new SelfCheck(axon, jdbc);
    }
}
