package io.ordertrail.query;

import io.ordertrail.axon.OrdertrailAxonAutoConfiguration;
import io.ordertrail.query.account.AccountReadConfiguration;
import io.ordertrail.query.attention.AttentionReadConfiguration;
import io.ordertrail.query.capsule.CapsuleReadConfiguration;
import io.ordertrail.query.feed.FeedConfiguration;
import io.ordertrail.query.order.OrderReadConfiguration;
import io.ordertrail.query.order.history.OrderHistoryConfiguration;
import io.ordertrail.query.order.list.OrderListConfiguration;
import io.ordertrail.query.payment.PaymentReadConfiguration;
import io.ordertrail.query.process.ProcessReadConfiguration;
import io.ordertrail.query.projection.DeadLetterConfiguration;
import io.ordertrail.query.projection.ProjectionConfiguration;
import io.ordertrail.query.projection.rebuild.RebuildConfiguration;
import io.ordertrail.query.report.ReportReadConfiguration;
import io.ordertrail.query.returns.ReturnReadConfiguration;
import io.ordertrail.query.shipment.ShipmentReadConfiguration;
import io.ordertrail.query.stock.StockReadConfiguration;
import io.ordertrail.query.verification.VerificationConfiguration;
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
    AccountReadConfiguration.class,
    AttentionReadConfiguration.class,
    FeedConfiguration.class,
    CapsuleReadConfiguration.class,
    DeadLetterConfiguration.class,
    OrderHistoryConfiguration.class,
    OrderListConfiguration.class,
    OrderReadConfiguration.class,
    PaymentReadConfiguration.class,
    ProjectionConfiguration.class,
    RebuildConfiguration.class,
    ReportReadConfiguration.class,
    ReturnReadConfiguration.class,
    ShipmentReadConfiguration.class,
    ProcessReadConfiguration.class,
    StockReadConfiguration.class,
    VerificationConfiguration.class
})
public class OrderQueryAutoConfiguration {}
