package io.ordertrail.command.order;

import io.ordertrail.command.account.AccountOwners;
import io.ordertrail.command.kernel.AggregateRepository;
import io.ordertrail.command.kernel.UniqueClaims;
import io.ordertrail.command.payment.provider.Providers;
import io.ordertrail.command.stock.TrackedSkus;
import io.ordertrail.model.kernel.ApprovalLimits;
import io.ordertrail.model.order.goods.ReturnWindow;
import java.time.Clock;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The write side of orders. Imported by the module's auto-configuration. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ApprovalProperties.class, OrderTimes.class, ReturnProperties.class})
public class OrderConfiguration {

    /** Axon finds an aggregate by its bean definition, which must be of a prototype. */
    @Bean
    @Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
    static Order order() {
        return new Order();
    }

    @Bean
    OrderRepository orderRepository(org.axonframework.config.Configuration axon) {
        OrderRepository orders = new OrderRepository(AggregateRepository.builderOf(Order.class, axon));
        orders.remember(axon.eventStore());
        return orders;
    }

    @Bean
    OrderNames orderNames(JdbcClient jdbc, UniqueClaims names) {
        return new OrderNames(jdbc, names);
    }

    @Bean
    OrderHandler orderHandler(
            OrderRepository orders,
            OrderNames names,
            TrackedSkus tracked,
            Providers providers,
            AccountOwners owners,
            OrderTimes times,
            Clock clock) {
        return new OrderHandler(orders, names, tracked, providers, owners, times, clock);
    }

    @Bean
    RefundAccountHandler refundAccountHandler(
            OrderRepository orders, AccountOwners owners, ReturnWindow window, ApprovalLimits limits, Clock clock) {
        return new RefundAccountHandler(orders, owners, window, limits, clock);
    }

    /** How much one person may decide on alone. */
    @Bean
    ApprovalLimits approvalLimits(ApprovalProperties settings) {
        return settings.limits();
    }

    /** What an order may ask for when goods are to come back. */
    @Bean
    ReturnWindow returnWindow(ReturnProperties settings) {
        return new ReturnWindow(settings.window());
    }

    @Bean
    OrderNamesInEvents orderNamesInEvents(OrderNames names) {
        return new OrderNamesInEvents(names);
    }

    @Bean
    OrderNumberHandler orderNumberHandler(OrderNames names, AccountOwners owners) {
        return new OrderNumberHandler(names, owners);
    }

    @Bean
    QuoteHandler quoteHandler() {
        return new QuoteHandler();
    }
}
