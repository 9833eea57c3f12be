package io.ordertrail.axon.audit;

import io.ordertrail.axon.lifecycle.ShutdownStep;
import io.ordertrail.axon.personal.ServiceKeys;
import io.ordertrail.axon.thread.UninterruptedTimer;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The audit log, on each node, in its own database. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AuditProperties.class)
public class AuditConfiguration {

    /** @param migrated its table is there */
    @Bean
    ChainHeads chainHeads(JdbcClient jdbc, EventSchema migrated) {
        return new ChainHeads(jdbc);
    }

    @Bean
    AuditTable auditTable(JdbcClient jdbc, ChainHeads heads) {
        return new AuditTable(jdbc, heads);
    }

    @Bean
    AuditLog auditLog(AuditTable table, ServiceKeys keys, PlatformTransactionManager transactions, Clock clock) {
        return new AuditLog(table, keys, new TransactionTemplate(transactions), clock);
    }

    /** Before the chain of events is sealed, and the audit log with it. */
    @Bean
    @ConditionalOnProperty(name = "ordertrail.processors.auto-start", havingValue = "true")
    ShutdownStep auditEnd(AuditLog log, AuditProperties settings) {
        UninterruptedTimer timer = new UninterruptedTimer(1, "audit");
        long delay = settings.delay().toMillis();
        timer.scheduleWithFixedDelay(log::write, delay, delay, TimeUnit.MILLISECONDS);
        return new ShutdownStep(ShutdownStep.Turn.EVENTS, () -> {
            timer.shutdown();
            log.write();
        });
    }
}
