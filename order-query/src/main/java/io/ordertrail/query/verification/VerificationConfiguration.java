package io.ordertrail.query.verification;

import io.ordertrail.query.order.OrderAudit;
import io.ordertrail.query.projection.ProjectionBoard;
import io.ordertrail.query.projection.fold.ReadModel;
import io.ordertrail.query.projection.position.CommitSignal;
import io.ordertrail.query.projection.position.Positions;
import io.ordertrail.query.projection.table.Provable;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** Puts together what verifies. */
@Configuration(proxyBeanMethods = false)
public class VerificationConfiguration {

    @Bean
    ViewsVerification viewsVerification(
            EventStore events,
            OrderAudit orders,
            Positions positions,
            ProjectionBoard projections,
            List<ReadModel<?>> models,
            ObjectProvider<InvariantCheck> more,
            PlatformTransactionManager transactions,
            CommitSignal commits) {
        EventScan pass = new EventScan(events);
        return new ViewsVerification(
                new StoredOrders(pass),
                orders,
                new HeadPositions(events, positions, projections),
                new Proofs(pass, provable(models), positions, transactions),
                more.orderedStream().toList(),
                commits);
    }

    /** All but those of orders, which have an audit of their own: nothing stays without a proof. */
    private static List<Provable<?>> provable(List<ReadModel<?>> models) {
        List<Provable<?>> provable = new ArrayList<>();
        for (ReadModel<?> model : models) {
            if (model instanceof Provable<?> one) {
                provable.add(one);
            } else if (!OrderAudit.projections().contains(model.name())) {
                throw new IllegalStateException("Nothing proves the rows of " + model.name());
            }
        }
        return provable;
    }
}
