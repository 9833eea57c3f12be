package io.ordertrail.command.fulfilment;

import io.ordertrail.axon.process.Policy;
import io.ordertrail.axon.process.SagaType;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The processes that take orders to their end. Imported by the module's auto-configuration. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FulfilmentSettings.class)
public class FulfilmentConfiguration {

    @Bean
    SagaType fulfilment() {
        return new SagaType(Sending.PROCESS, Fulfilment.class);
    }

    @Bean
    SagaType settlement() {
        return new SagaType("settlement", Settlement.class);
    }

    @Bean
    Policy stuckSteps() {
        return new Policy(StuckSteps.NAME, new StuckSteps());
    }

    @Bean
    Worths worths(EventStore events) {
        return new StoredWorths(events);
    }
}
