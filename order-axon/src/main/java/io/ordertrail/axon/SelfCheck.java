package io.ordertrail.axon;

import io.ordertrail.axon.database.StoreWriter;
import io.ordertrail.axon.serialization.NamedTypesSerializer;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.axonserver.connector.event.axon.AxonServerEventStore;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.dbscheduler.DbSchedulerDeadlineManager;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Refuses to start a service that would run and lose data: Axon falls back to parts in memory, or to none, without a
 * word.
 */
final class SelfCheck implements SmartInitializingSingleton {

    private final Configuration axon;
    private final JdbcClient jdbc;

    SelfCheck(Configuration axon, JdbcClient jdbc) {
        this.axon = axon;
        this.jdbc = jdbc;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<String> faults = faults();
        if (!faults.isEmpty()) {
            throw new IllegalStateException("Ordertrail does not start, because it would lose data: " + faults);
        }
    }

    /** What is wrong, one sentence each; empty when all is well. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        require(
                faults,
                "transaction manager",
                axon.getComponent(TransactionManager.class),
                SpringTransactionManager.class);
        require(faults, "token store", axon.getComponent(TokenStore.class), JdbcTokenStore.class);
        require(faults, "deadline manager", axon.getComponent(DeadlineManager.class), DbSchedulerDeadlineManager.class);
        for (Serializer each : List.of(axon.serializer(), axon.messageSerializer(), axon.eventSerializer())) {
            require(faults, "serializer", each, NamedTypesSerializer.class);
        }
        EventStore store = axon.eventStore();
        if (!(store instanceof AxonServerEventStore)) {
            require(faults, "event store", store, EmbeddedEventStore.class);
            EventStorageEngine engine = axon.getComponent(EventStorageEngine.class);
            require(faults, "event storage engine", engine, JdbcEventStorageEngine.class);
        }
        axon.eventProcessingConfiguration()
                .eventProcessors()
                .forEach((name, processor) -> checkProcessor(faults, name, processor));
        checkDurability(faults);
        return faults;
    }

    private static void require(List<String> faults, String part, Object found, Class<?> wanted) {
        if (!wanted.isInstance(found)) {
            String kind = found == null ? "missing" : found.getClass().getSimpleName();
            faults.add("the " + part + " is " + kind + ", it must be a " + wanted.getSimpleName());
        }
    }

    private static void checkProcessor(List<String> faults, String name, EventProcessor processor) {
        require(faults, "event processor " + name, processor, TrackingEventProcessor.class);
    }

    private void checkDurability(List<String> faults) {
        boolean h2 = jdbc.sql("select count(*) from information_schema.tables where lower(table_name) = 'settings'"
                                + " and lower(table_schema) = 'information_schema'")
                        .query(Long.class)
                        .single()
                > 0;
        if (!h2) {
            return;
        }
        String delay = jdbc.sql(
                        "select setting_value from information_schema.settings where setting_name = 'WRITE_DELAY'")
                .query(String.class)
                .optional()
                .orElse("0");
        if (!"0".equals(delay) && !Integer.toString(StoreWriter.NEVER).equals(delay)) {
            faults.add(
                    "H2 waits " + delay + " ms before it writes a commit; add ;WRITE_DELAY=0 to spring.datasource.url");
        }
    }
}
