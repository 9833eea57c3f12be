package io.ordertrail.query.verification;

import io.ordertrail.axon.store.PassListener;
import io.ordertrail.query.projection.ProjectionBoard;
import io.ordertrail.query.projection.fold.ReadModel;
import io.ordertrail.query.projection.generation.ViewSql;
import io.ordertrail.query.projection.position.CommitSignal;
import io.ordertrail.query.projection.position.Positions;
import io.ordertrail.query.projection.position.Snapshot;
import io.ordertrail.query.projection.table.Provable;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together what verifies. */
@Configuration(proxyBeanMethods = false)
public class VerificationConfiguration {

    @Bean
    EventScan eventScan(EventStore events, ObjectProvider<PassListener> listeners) {
        return new EventScan(events, listeners.getIfAvailable(() -> PassListener.NOBODY));
    }

    @Bean
    ViewsVerification viewsVerification(
            EventStore events,
            EventScan scan,
            ViewSql sql,
            Positions positions,
            ProjectionBoard projections,
            List<ReadModel<?>> models,
            ObjectProvider<InvariantCheck> more,
            Snapshot snapshot,
            CommitSignal commits) {
        return new ViewsVerification(
                new HeadPositions(events, positions, projections),
                new Proofs(scan, provable(models), sql, positions, snapshot),
                more.orderedStream().toList(),
                commits);
    }

    /** Nothing stays without a proof. */
    private static List<Provable<?>> provable(List<ReadModel<?>> models) {
        List<Provable<?>> provable = new ArrayList<>();
        for (ReadModel<?> model : models) {
            if (!(model instanceof Provable<?> one)) {
                throw new IllegalStateException("Nothing proves the rows of " + model.name());
            }
            provable.add(one);
        }
        return provable;
    }
}
