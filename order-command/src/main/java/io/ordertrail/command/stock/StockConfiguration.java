package io.ordertrail.command.stock;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The write side of stock. Imported by the module's auto-configuration. */
@Configuration(proxyBeanMethods = false)
public class StockConfiguration {

    @Bean
    TrackedSkus trackedSkus(JdbcClient jdbc) {
        return new TrackedSkus(jdbc);
    }
}
