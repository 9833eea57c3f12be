package io.ordertrail.command.chain;

import io.ordertrail.axon.audit.AuditLog;
import io.ordertrail.axon.audit.AuditTable;
import io.ordertrail.axon.audit.ChainHeads;
import io.ordertrail.axon.database.EmbeddedDatabase;
import io.ordertrail.axon.database.RepeatableWork;
import io.ordertrail.axon.lifecycle.ShutdownStep;
import io.ordertrail.axon.personal.ServiceKeys;
import io.ordertrail.axon.personal.ServiceSignature;
import io.ordertrail.axon.store.EventGate;
import io.ordertrail.axon.store.PassListener;
import java.time.Clock;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The chain of events, where a database of ours has them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ChainProperties.class)
public class ChainConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(ChainConfiguration.class);

    /** @param migrated its tables are there */
    @Bean
    EventChain eventChain(
            JdbcClient jdbc,
            ChainHeads heads,
            ServiceKeys keys,
            RepeatableWork repeatable,
            Clock clock,
            EventSchema migrated) {
        return new EventChain(
                new StoredEvents(jdbc), new BlockTable(jdbc), new Gaps(jdbc), heads, keys, repeatable::apart, clock);
    }

    @Bean
    Checkpoints checkpoints(
            JdbcClient jdbc,
            ChainHeads heads,
            ServiceKeys keys,
            ServiceSignature signature,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new Checkpoints(jdbc, heads, keys, signature, new TransactionTemplate(transactions), clock);
    }

    @Bean
    ChainVerification chainVerification(
            JdbcClient jdbc,
            ChainHeads heads,
            Checkpoints checkpoints,
            AuditTable audit,
            ServiceKeys keys,
            ServiceSignature signature,
            ObjectProvider<PassListener> listeners,
            Clock clock,
            @Value("${axon.axonserver.enabled}") boolean elsewhere) {
        return new ChainVerification(
                elsewhere,
                new StoredEvents(jdbc),
                new BlockTable(jdbc),
                new Gaps(jdbc),
                heads,
                checkpoints,
                audit,
                keys,
                signature,
                listeners.getIfAvailable(() -> PassListener.NOBODY),
                clock);
    }

    @Bean
    ChainStatus chainStatus(
            EventChain chain,
            ObjectProvider<ChainWorker> worker,
            @Value("${axon.axonserver.enabled}") boolean elsewhere) {
        return new ChainStatus(elsewhere, chain, () -> worker.stream().anyMatch(ChainWorker::isFailing));
    }

    @Bean
    ChainHandler chainHandler(
            ChainVerification verification, Checkpoints checkpoints, AuditTable audit, ChainStatus status) {
        return new ChainHandler(verification, checkpoints, audit, status);
    }

    @Bean
    ChainHealth chainHealthIndicator(ChainStatus status, Checkpoints checkpoints) {
        return new ChainHealth(status, checkpoints);
    }

    /** Said at each start. */
    @Bean
    @ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "true")
    SmartInitializingSingleton eventsInNoChain() {
        return () -> LOG.warn("The events are on an Axon Server, so they are in no chain: nothing here shows whether"
                + " somebody has changed them (docs/how-to/verify.md)");
    }

    @Bean
    @ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "false")
    @ConditionalOnProperty(name = "ordertrail.processors.auto-start", havingValue = "true")
    ChainWorker chainWorker(
            EventChain chain,
            Checkpoints checkpoints,
            AuditLog audit,
            ChainProperties settings,
            EventGate gate,
            JdbcConnectionDetails database) {
        return new ChainWorker(chain, checkpoints, audit, settings, gate, database instanceof EmbeddedDatabase);
    }

    @Bean
    @ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "false")
    @ConditionalOnProperty(name = "ordertrail.processors.auto-start", havingValue = "true")
    ShutdownStep chainEnd(ChainWorker worker) {
        worker.begin();
        return new ShutdownStep(ShutdownStep.Turn.CHAIN, worker::end);
    }
}
