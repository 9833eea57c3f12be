package io.ordertrail.command.payment.sandbox;

import io.ordertrail.command.verification.EventCheck;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The check of the sandbox's books. It is there when the sandbox is off, too: what it did before is still checked. */
@Configuration(proxyBeanMethods = false)
public class SandboxCheckConfiguration {

    @Bean
    @Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
    EventCheck sandboxCheck(JdbcClient jdbc, EventStore store) {
        return new SandboxCheck(jdbc, store);
    }
}
