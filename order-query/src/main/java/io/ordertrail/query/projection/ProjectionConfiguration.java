package io.ordertrail.query.projection;

import io.ordertrail.axon.database.EmbeddedDatabase;
import io.ordertrail.axon.database.SchemaMigration;
import io.ordertrail.axon.deadletter.RetryPatience;
import io.ordertrail.axon.health.ErrorWatch;
import io.ordertrail.axon.health.ProcessorProperties;
import io.ordertrail.axon.lifecycle.ShutdownStep;
import io.ordertrail.axon.store.StoredTokens;
import io.ordertrail.query.projection.deadletter.ParkedTable;
import io.ordertrail.query.projection.fold.ReadModel;
import io.ordertrail.query.projection.position.CommitSignal;
import io.ordertrail.query.projection.position.Completeness;
import io.ordertrail.query.projection.position.Positions;
import io.ordertrail.query.projection.position.SharedViews;
import io.ordertrail.query.projection.replay.ReplayLog;
import io.ordertrail.query.projection.replay.Replayer;
import io.ordertrail.query.projection.replay.ViewMoves;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The beans of projections: their event processors, and their queries and commands. */
@Configuration(proxyBeanMethods = false)
public class ProjectionConfiguration {

    private static final Duration PATIENCE = Duration.ofMillis(250);

    /** The other views wait for one that comes back. */
    private static final Duration PATIENCE_ALONE = Duration.ofMillis(50);

    @Bean
    CommitSignal commits() {
        return new CommitSignal();
    }

    @Bean
    ReplayLog replayLog(DataSource dataSource, JdbcClient jdbc, Clock clock) {
        // Before the first processor looks into a table of ours.
        SchemaMigration.migrate(dataSource, "read");
        return new ReplayLog(jdbc, clock);
    }

    @Bean
    ParkedTable parkedSequences(JdbcClient jdbc, RetryPatience patience, Clock clock, ReplayLog migrated) {
        return new ParkedTable(jdbc, patience, clock);
    }

    @Bean
    Completeness completeness(JdbcClient jdbc, ReplayLog migrated) {
        return new Completeness(jdbc);
    }

    @Bean
    SharedViews sharedViews(
            JdbcClient jdbc, StoredTokens tokens, PlatformTransactionManager transactions, ReplayLog migrated) {
        return new SharedViews(jdbc, tokens, transaction(transactions, TransactionDefinition.PROPAGATION_REQUIRES_NEW));
    }

    @Bean
    Positions positions(JdbcClient jdbc, SharedViews shared, EventStore events) {
        return new Positions(jdbc, shared, events);
    }

    @Bean
    ConfigurerModule projections(
            List<ReadModel<?>> models,
            ProcessorProperties processors,
            PlatformTransactionManager transactions,
            SharedViews shared,
            CommitSignal commits,
            ParkedTable parked,
            ProjectionErrors errors) {
        TransactionTemplate savepoint = transaction(transactions, TransactionDefinition.PROPAGATION_NESTED);
        return configurer -> errors.watches().forEach((name, watch) -> {
            boolean all = name.equals(SharedViews.PROCESSOR);
            List<ReadModel<?>> kept = models.stream()
                    .filter(model -> all || model.name().equals(name))
                    .toList();
            new Projection(
                            name,
                            new ProjectionHandler(name, kept, shared, parked, savepoint, commits),
                            all && processors.autoStart(),
                            all ? PATIENCE : PATIENCE_ALONE,
                            watch)
                    .configureModule(configurer);
        });
    }

    @Bean
    ProjectionErrors projectionErrors(List<ReadModel<?>> models, Clock clock) {
        return new ProjectionErrors(
                Stream.concat(Stream.of(SharedViews.PROCESSOR), models.stream().map(ReadModel::name))
                        .collect(Collectors.toMap(Function.identity(), name -> new ErrorWatch(clock))));
    }

    /** One watch for each event processor of views, by its name. */
    record ProjectionErrors(Map<String, ErrorWatch> watches) {}

    /** Its name in the health of the node. */
    @Bean("projectionsHealthIndicator")
    @ConditionalOnProperty(name = "ordertrail.processors.auto-start", havingValue = "true")
    ProjectionHealth projectionHealth(ProjectionBoard board, ProjectionErrors errors, ProcessorProperties processors) {
        return new ProjectionHealth(board, errors.watches(), processors.unhealthyAfter());
    }

    @Bean
    ProjectionBoard projectionBoard(
            org.axonframework.config.Configuration axon,
            List<ReadModel<?>> models,
            ReplayLog replays,
            Positions positions,
            ParkedTable parked) {
        return new ProjectionBoard(axon, models.stream().map(ReadModel::name).toList(), replays, positions, parked);
    }

    @Bean
    ViewMoves viewMoves(
            List<ReadModel<?>> models,
            SharedViews shared,
            StoredTokens tokens,
            ReplayLog replays,
            ParkedTable parked,
            Positions positions,
            EventStore events,
            PlatformTransactionManager transactions) {
        return new ViewMoves(
                byName(models),
                shared,
                tokens,
                replays,
                parked,
                positions,
                events,
                new TransactionTemplate(transactions));
    }

    @Bean
    Replayer replayer(
            org.axonframework.config.Configuration axon,
            List<ReadModel<?>> models,
            SharedViews shared,
            ReplayLog replays,
            ViewMoves moves,
            JdbcConnectionDetails database) {
        return new Replayer(
                axon,
                models.stream().map(ReadModel::name).toList(),
                shared,
                replays,
                moves,
                database instanceof EmbeddedDatabase);
    }

    /** A node that only reads makes no replay. */
    @Bean
    @ConditionalOnProperty(name = "ordertrail.processors.auto-start", havingValue = "true")
    SmartInitializingSingleton replayerBegin(Replayer replayer) {
        return replayer::begin;
    }

    /** Before the processors are stopped, one of which it might start. */
    @Bean
    ShutdownStep replayerEnd(Replayer replayer) {
        return new ShutdownStep(ShutdownStep.Turn.WORK, replayer::end);
    }

    @Bean
    ReplayHandler projectionDesk(ProjectionBoard board, ReplayLog replays, Replayer replayer) {
        return new ReplayHandler(board, replays, replayer);
    }

    private static Map<String, ReadModel<?>> byName(List<ReadModel<?>> models) {
        return models.stream().collect(Collectors.toMap(ReadModel::name, Function.identity()));
    }

    private static TransactionTemplate transaction(PlatformTransactionManager transactions, int propagation) {
        TransactionTemplate template = new TransactionTemplate(transactions);
        template.setPropagationBehavior(propagation);
        return template;
    }
}
