package io.ordertrail.command.returns;

import io.ordertrail.command.account.AccountOwners;
import io.ordertrail.command.kernel.AggregateRepository;
import java.time.Clock;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;

/** The write side of returns. Imported by the module's auto-configuration. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReturnTimes.class)
public class ReturnConfiguration {

    /** Axon finds an aggregate by its bean definition, which must be of a prototype. */
    @Bean
    @Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
    static Return returned() {
        return new Return();
    }

    @Bean
    ReturnRepository returnRepository(org.axonframework.config.Configuration axon) {
        return new ReturnRepository(AggregateRepository.builderOf(Return.class, axon));
    }

    @Bean
    ReturnHandler returnHandler(ReturnRepository returns, AccountOwners owners, Clock clock) {
        return new ReturnHandler(returns, owners, clock);
    }
}
