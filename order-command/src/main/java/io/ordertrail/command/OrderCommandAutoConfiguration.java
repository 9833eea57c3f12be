package io.ordertrail.command;

import io.ordertrail.axon.OrdertrailAxonAutoConfiguration;
import io.ordertrail.command.access.KeyConfiguration;
import io.ordertrail.command.account.AccountConfiguration;
import io.ordertrail.command.chain.ChainConfiguration;
import io.ordertrail.command.customer.CustomerConfiguration;
import io.ordertrail.command.kernel.CustomerNames;
import io.ordertrail.command.kernel.UniqueClaims;
import io.ordertrail.command.order.OrderConfiguration;
import io.ordertrail.command.payment.PaymentConfiguration;
import io.ordertrail.command.process.ProcessConfiguration;
import io.ordertrail.command.process.ProcessHandlerConfiguration;
import io.ordertrail.command.returns.ReturnConfiguration;
import io.ordertrail.command.shipment.ShipmentConfiguration;
import io.ordertrail.command.stock.StockConfiguration;
import io.ordertrail.command.verification.WriteVerificationConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The write side as a part of any application that has it on its class path; {@code ordertrail.command.enabled=false}
 * leaves it out.
 */
@AutoConfiguration(after = OrdertrailAxonAutoConfiguration.class)
@ConditionalOnProperty(name = "ordertrail.command.enabled", havingValue = "true", matchIfMissing = true)
@Import({
    KeyConfiguration.class,
    AccountConfiguration.class,
    ChainConfiguration.class,
    CustomerConfiguration.class,
    OrderConfiguration.class,
    PaymentConfiguration.class,
    ProcessConfiguration.class,
    ProcessHandlerConfiguration.class,
    ReturnConfiguration.class,
    ShipmentConfiguration.class,
    StockConfiguration.class,
    WriteVerificationConfiguration.class
})
public class OrderCommandAutoConfiguration {

    @Bean
    UniqueClaims uniqueNames(JdbcClient jdbc) {
        return new UniqueClaims(jdbc);
    }

    @Bean
    CustomerNames customerNames(JdbcClient jdbc) {
        return new CustomerNames(jdbc);
    }
}
