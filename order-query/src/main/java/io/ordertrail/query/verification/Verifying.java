package io.ordertrail.query.verification;

import io.ordertrail.query.order.OrderAudit;
import io.ordertrail.query.projection.Arrivals;
import io.ordertrail.query.projection.Positions;
import io.ordertrail.query.projection.ProjectionDesk;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together what verifies. */
@Configuration(proxyBeanMethods = false)
public class Verifying {

    @Bean
    ViewsVerification viewsVerification(
            EventStore events, OrderAudit orders, Positions positions, ProjectionDesk projections, Arrivals arrivals) {
        return new ViewsVerification(
                new StoredOrders(events), orders, new Heads(events, positions, projections), arrivals);
    }
}
