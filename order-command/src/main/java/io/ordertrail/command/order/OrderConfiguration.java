package io.ordertrail.command.order;

import io.ordertrail.command.AggregateRepository;
import io.ordertrail.command.UniqueNames;
import io.ordertrail.command.verification.EventLog;
import java.time.Clock;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The write side of orders. Imported by the module's auto-configuration. */
@Configuration(proxyBeanMethods = false)
public class OrderConfiguration {

    /** Axon finds an aggregate by its bean definition, which must be of a prototype. */
    @Bean
    @Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
    static Order order() {
        return new Order();
    }

    @Bean
    OrderRepository orderRepository(org.axonframework.config.Configuration axon) {
        return new OrderRepository(AggregateRepository.builderOf(Order.class, axon));
    }

    @Bean
    OrderNames orderNames(JdbcClient jdbc, UniqueNames names) {
        return new OrderNames(jdbc, names);
    }

    @Bean
    OrderDesk orderDesk(OrderRepository orders, OrderNames names, Clock clock) {
        return new OrderDesk(orders, names, clock);
    }

    @Bean
    @ConditionalOnProperty(name = "ordertrail.processors.auto-start", havingValue = "true")
    LostNames lostNames(OrderNames names, EventLog log, PlatformTransactionManager transactions) {
        return new LostNames(names, log, new TransactionTemplate(transactions));
    }

    @Bean
    QuoteDesk quoteDesk() {
        return new QuoteDesk();
    }
}
