package io.ordertrail.query.projection.rebuild;

import io.ordertrail.axon.database.EmbeddedDatabase;
import io.ordertrail.axon.database.RepeatableWork;
import io.ordertrail.axon.health.ProcessorProperties;
import io.ordertrail.axon.lifecycle.ReleasePreparation;
import io.ordertrail.axon.lifecycle.ShutdownStep;
import io.ordertrail.axon.message.CommandTimes;
import io.ordertrail.axon.store.StoredTokens;
import io.ordertrail.query.projection.deadletter.ParkedTable;
import io.ordertrail.query.projection.fold.ReadModel;
import io.ordertrail.query.projection.generation.Generations;
import io.ordertrail.query.projection.generation.ViewSql;
import io.ordertrail.query.projection.position.Positions;
import io.ordertrail.query.projection.position.ProgressSignal;
import io.ordertrail.query.projection.position.SharedViews;
import io.ordertrail.query.projection.position.Snapshot;
import io.ordertrail.query.projection.position.SortedEvents;
import io.ordertrail.query.projection.position.ViewMoves;
import io.ordertrail.query.projection.table.Provable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The beans that make the rows of views anew. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RebuildProperties.class)
public class RebuildConfiguration {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Bean
    Snapshot snapshot(PlatformTransactionManager transactions) {
        return new Snapshot(transactions);
    }

    @Bean
    Fillers fillers(
            ViewSql sql,
            EventStore events,
            ObjectProvider<EventStorageEngine> storage,
            StoredTokens tokens,
            ParkedTable parked,
            RepeatableWork work,
            PlatformTransactionManager transactions,
            Pace pace,
            RebuildProperties properties) {
        TransactionTemplate savepoint = new TransactionTemplate(transactions);
        savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        SortedEvents sorted = new SortedEvents(events, storage.getIfAvailable(), PATIENCE);
        return new Fillers(new Filler(sql, sorted, tokens, parked, work, savepoint, pace), tokens, properties);
    }

    @Bean
    ReleasePreparation viewPreparation(
            List<ReadModel<?>> models, Generations generations, Fillers fillers, OldGenerations old, Pace pace) {
        return new ViewPreparation(models, generations, fillers, old, pace);
    }

    @Bean
    Pace pace(Positions positions, Snapshot snapshot, CommandTimes commands, RebuildProperties properties) {
        return new Pace(() -> snapshot.read(positions::head), commands::p99, System::nanoTime, properties);
    }

    @Bean
    OldGenerations oldGenerations(Generations generations, StoredTokens tokens, RebuildProperties properties) {
        return new OldGenerations(generations, tokens, properties.keep());
    }

    @Bean
    RebuildJob rebuildJob(
            Generations generations,
            SharedViews shared,
            RebuildLog log,
            Fillers fillers,
            StoredTokens tokens,
            ViewSql sql,
            Positions positions,
            Snapshot snapshot,
            OldGenerations old,
            PlatformTransactionManager transactions) {
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        return new RebuildJob(
                generations,
                log,
                fillers,
                tokens,
                sql,
                positions,
                snapshot,
                old,
                new Switch(generations, shared, log, fillers, tokens, transaction),
                transaction);
    }

    @Bean
    Rebuilder rebuilder(
            org.axonframework.config.Configuration axon,
            List<ReadModel<?>> models,
            SharedViews shared,
            ViewSql sql,
            Generations generations,
            StoredTokens tokens,
            RebuildLog log,
            OldGenerations old,
            RebuildJob job,
            Pace pace,
            ProgressSignal progress,
            Positions positions,
            PlatformTransactionManager transactions,
            JdbcConnectionDetails database) {
        return new Rebuilder(
                axon,
                byName(models),
                shared,
                sql,
                generations,
                log,
                new ViewMoves(shared, tokens, positions, new TransactionTemplate(transactions)),
                old,
                job,
                pace,
                progress,
                database instanceof EmbeddedDatabase);
    }

    /** A node that only reads rebuilds nothing. */
    @Bean
    SmartInitializingSingleton viewsBegin(
            Rebuilder rebuilder,
            List<ReadModel<?>> models,
            Generations generations,
            SharedViews shared,
            StoredTokens tokens,
            PlatformTransactionManager transactions,
            ProcessorProperties processors) {
        FirstGenerations first =
                new FirstGenerations(generations, shared, tokens, new TransactionTemplate(transactions));
        return () -> {
            first.make(models.stream().map(ReadModel::name).toList());
            if (processors.autoStart()) {
                rebuilder.begin();
            }
        };
    }

    /** Before the processors are stopped, one of which it might start. */
    @Bean
    ShutdownStep rebuilderEnd(Rebuilder rebuilder) {
        return new ShutdownStep(ShutdownStep.Turn.WORK, rebuilder::end);
    }

    private static Map<String, Provable<?>> byName(List<ReadModel<?>> models) {
        return models.stream()
                .map(model -> (Provable<?>) model)
                .collect(Collectors.toMap(ReadModel::name, Function.identity()));
    }
}
