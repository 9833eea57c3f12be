package io.ordertrail.axon.health;

import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Health of the connection to an Axon Server. */
@Configuration(proxyBeanMethods = false)
public class AxonServerHealthConfiguration {

    @Bean("axonServerHealthIndicator")
    @ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "true")
    AxonServerHealth axonServerHealth(AxonServerConnectionManager server) {
        return new AxonServerHealth(server::connections);
    }
}
