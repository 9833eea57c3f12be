package io.ordertrail.axon.store;

import io.ordertrail.axon.serialization.NamedTypesSerializer;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.SnapshotterSpanFactory;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.messaging.annotation.HandlerDefinition;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Snapshots of aggregates whose streams grow for ever. How an aggregate gets them: docs/how-to/add-snapshots.md. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SnapshotProperties.class)
public class SnapshotConfiguration {

    @Bean
    Snapshots snapshots(
            EventStore events,
            TransactionManager transactions,
            ParameterResolverFactory parameters,
            HandlerDefinition handlers,
            SnapshotterSpanFactory spans,
            org.axonframework.config.Configuration axon,
            SnapshotProperties settings) {
        var builder = Snapshots.builder();
        builder.repositoryProvider(axon::repository)
                .parameterResolverFactory(parameters)
                .handlerDefinition(handlers)
                .eventStore(events)
                .transactionManager(transactions)
                .spanFactory(spans);
        return new Snapshots(
                builder,
                type -> AnnotatedAggregateMetaModelFactory.inspectAggregate(type, parameters, handlers),
                settings.queue());
    }

    /** For the repositories of {@link Snapshotted} aggregates: a snapshot every so many events. */
    @Bean
    SnapshotTriggerDefinition snapshotTrigger(Snapshotter snapshots, SnapshotProperties settings) {
        return new SnapshotEvery(snapshots, settings.every());
    }

    /**
     * For {@code @Aggregate(snapshotFilter = "currentSnapshots")}: what today's state cannot be read from is left
     * unread.
     */
    @Bean
    SnapshotFilter currentSnapshots(NamedTypesSerializer serializer) {
        return snapshot -> serializer.isCurrent(snapshot.getPayload().getType());
    }
}
