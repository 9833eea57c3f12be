package io.ordertrail.query;

import io.ordertrail.axon.OrdertrailAxonAutoConfiguration;
import io.ordertrail.query.account.AccountReading;
import io.ordertrail.query.attention.AttentionReading;
import io.ordertrail.query.order.OrderReading;
import io.ordertrail.query.payment.PaymentReading;
import io.ordertrail.query.projection.Projecting;
import io.ordertrail.query.report.ReportReading;
import io.ordertrail.query.returns.ReturnReading;
import io.ordertrail.query.shipment.ShipmentReading;
import io.ordertrail.query.stock.StockReading;
import io.ordertrail.query.verification.Verifying;
import org.axonframework.springboot.autoconfig.AxonAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The read side in any process that has it on its class path; {@code ordertrail.query.enabled=false} leaves it out. */
@AutoConfiguration(
        after = {OrdertrailAxonAutoConfiguration.class, JdbcClientAutoConfiguration.class},
        before = AxonAutoConfiguration.class)
@ConditionalOnProperty(name = "ordertrail.query.enabled", havingValue = "true", matchIfMissing = true)
@Import({
    AccountReading.class,
    AttentionReading.class,
    OrderReading.class,
    PaymentReading.class,
    Projecting.class,
    ReportReading.class,
    ReturnReading.class,
    ShipmentReading.class,
    StockReading.class,
    Verifying.class
})
public class OrderQueryAutoConfiguration {}
