package io.ordertrail.command.verification;

import io.ordertrail.command.NamesInEvents;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The verification of the write side. Imported by the module's auto-configuration. */
@Configuration(proxyBeanMethods = false)
public class WriteVerificationConfiguration {

    @Bean
    EventLog eventLog(ObjectProvider<EventStorageEngine> embedded, EventStore store) {
        EventStorageEngine engine = embedded.getIfAvailable();
        return engine == null ? EventLog.of(store) : EventLog.of(engine);
    }

    @Bean
    WriteVerification writeVerification(
            EventLog log,
            EventStore store,
            JdbcClient jdbc,
            Serializer serializer,
            List<NamesInEvents> names,
            PlatformTransactionManager transactions) {
        return new WriteVerification(log, store, jdbc, serializer, names, new TransactionTemplate(transactions));
    }
}
