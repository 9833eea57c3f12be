package io.ordertrail.command.returns;

import io.ordertrail.axon.process.Policy;
import io.ordertrail.axon.process.SagaType;
import io.ordertrail.command.AggregateRepository;
import io.ordertrail.command.order.OrderLines;
import io.ordertrail.command.order.OrderMoney;
import io.ordertrail.command.stock.TrackedSkus;
import java.time.Duration;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Scope;

/** The write side of returns. Imported by the module's auto-configuration. */
@Configuration(proxyBeanMethods = false)
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
    ReturnTimes returnTimes(@Value("${ordertrail.returns.receipt:21d}") Duration receipt) {
        return new ReturnTimes(receipt);
    }

    @Bean
    OrderMoney orderMoney(EventStore events) {
        return new OrderMoney(events);
    }

    @Bean
    Restocking restocking(TrackedSkus tracked) {
        return new Restocking(tracked::among);
    }

    @Bean
    Policy returnNews(OrderLines orders, @Lazy EventStore events) {
        return new Policy(ReturnNews.NAME, new ReturnNews(orders, new GoodsReceived(events)));
    }

    @Bean
    SagaType returnProcess() {
        return new SagaType(ReturnProcess.NAME, ReturnProcess.class);
    }
}
