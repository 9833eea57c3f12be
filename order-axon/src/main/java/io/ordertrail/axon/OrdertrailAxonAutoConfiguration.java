package io.ordertrail.axon;

import io.ordertrail.axon.access.AccessConfiguration;
import io.ordertrail.axon.access.ServiceSecrets;
import io.ordertrail.axon.audit.AuditConfiguration;
import io.ordertrail.axon.capsule.CapsuleConfiguration;
import io.ordertrail.axon.database.DatabaseConfiguration;
import io.ordertrail.axon.deadletter.RetryPatience;
import io.ordertrail.axon.deadletter.RowDifference;
import io.ordertrail.axon.health.AxonServerHealthConfiguration;
import io.ordertrail.axon.health.ProcessorProperties;
import io.ordertrail.axon.lifecycle.ShutdownConfiguration;
import io.ordertrail.axon.message.MessageConfiguration;
import io.ordertrail.axon.personal.PersonalDataConfiguration;
import io.ordertrail.axon.serialization.MaskedJson;
import io.ordertrail.axon.serialization.SerializationConfiguration;
import io.ordertrail.axon.store.EventStoreConfiguration;
import io.ordertrail.axon.store.SnapshotConfiguration;
import io.ordertrail.axon.store.TokenStoreConfiguration;
import java.time.Clock;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.axonframework.springboot.autoconfig.AxonAutoConfiguration;
import org.axonframework.springboot.autoconfig.JdbcAutoConfiguration;
import org.axonframework.springboot.autoconfig.TransactionAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Axon as Ordertrail uses it. Each bean stands for a trap of docs/reference/axon-pitfalls.md that it closes. */
@AutoConfiguration(
        after = DataSourceTransactionManagerAutoConfiguration.class,
        before = {TransactionAutoConfiguration.class, JdbcAutoConfiguration.class, AxonAutoConfiguration.class},
        beforeName = "com.github.kagkarlsson.scheduler.boot.autoconfigure.DbSchedulerAutoConfiguration")
@EnableConfigurationProperties({ProcessorProperties.class, RetryPatience.class})
@Import({
    AccessConfiguration.class,
    AuditConfiguration.class,
    CapsuleConfiguration.class,
    PersonalDataConfiguration.class,
    SerializationConfiguration.class,
    EventStoreConfiguration.class,
    TokenStoreConfiguration.class,
    SnapshotConfiguration.class,
    MessageConfiguration.class,
    AxonServerHealthConfiguration.class,
    DatabaseConfiguration.class,
    ShutdownConfiguration.class
})
public class OrdertrailAxonAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** Masks personal data wherever it is shown to who need not know it, and everywhere in the same way. */
    @Bean
    MaskedJson maskedJson(ServiceSecrets secrets) {
        return new MaskedJson(() -> secrets.of("masks"));
    }

    @Bean
    RowDifference rowDifference(MaskedJson json) {
        return new RowDifference(json);
    }

    @Bean
    SpringTransactionManager axonTransactionManager(PlatformTransactionManager transactionManager) {
        return new SpringTransactionManager(transactionManager);
    }

    /** A handler that fails stops its processor, which tries again, instead of losing the event with a log line. */
    @Bean
    ConfigurerModule failuresPropagate() {
        return configurer -> configurer
                .eventProcessing()
                .registerDefaultListenerInvocationErrorHandler(c -> PropagatingErrorHandler.instance())
                .registerDefaultErrorHandler(c -> PropagatingErrorHandler.instance());
    }

    @Bean
    @ConditionalOnProperty(name = "ordertrail.processors.auto-start", havingValue = "true")
    SelfCheck selfCheck(Configuration axon, JdbcClient jdbc) {
        return new SelfCheck(axon, jdbc);
    }
}
