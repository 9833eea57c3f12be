package io.ordertrail.command.verification;

import io.ordertrail.axon.health.ProcessorProperties;
import io.ordertrail.axon.process.Policy;
import io.ordertrail.axon.store.PassListener;
import io.ordertrail.axon.store.StoredTokens;
import io.ordertrail.command.kernel.ClaimsOfEvents;
import io.ordertrail.command.kernel.UniqueClaims;
import java.time.Duration;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The verification of the write side. Imported by the module's auto-configuration. */
@Configuration(proxyBeanMethods = false)
public class WriteVerificationConfiguration {

    /** Processes that run are given time to come to the end. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Bean
    EventLog eventLog(
            ObjectProvider<EventStorageEngine> embedded, EventStore store, ObjectProvider<PassListener> listeners) {
        PassListener listener = listeners.getIfAvailable(() -> PassListener.NOBODY);
        EventStorageEngine engine = embedded.getIfAvailable();
        return engine == null ? EventLog.of(store, listener) : EventLog.of(engine, listener);
    }

    @Bean
    ProcessHeads processHeads(
            ObjectProvider<Policy> policies, EventStore store, StoredTokens tokens, ProcessorProperties processors) {
        return new ProcessHeads(
                Policy.processors(policies.stream().toList()),
                store,
                tokens,
                processors.autoStart() ? PATIENCE : Duration.ZERO);
    }

    @Bean
    WriteVerification writeVerification(
            EventLog log,
            EventStore store,
            JdbcClient jdbc,
            StoredTokens tokens,
            List<ClaimsOfEvents> names,
            ObjectProvider<EventCheck> checks,
            ProcessHeads processHeads,
            PlatformTransactionManager transactions) {
        return new WriteVerification(
                log,
                store,
                jdbc,
                tokens,
                names,
                checks::orderedStream,
                processHeads,
                new TransactionTemplate(transactions));
    }

    @Bean
    @Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
    EventCheck personalDataCheck(Serializer serializer) {
        return new PersonalDataCheck(serializer);
    }

    @Bean
    @ConditionalOnProperty(name = "ordertrail.processors.auto-start", havingValue = "true")
    ClaimRebuilder claimRebuilder(
            UniqueClaims names, List<ClaimsOfEvents> subjects, EventLog log, PlatformTransactionManager transactions) {
        return new ClaimRebuilder(names, subjects, log, new TransactionTemplate(transactions));
    }
}
