package io.ordertrail.query.projection;

import io.ordertrail.axon.database.SchemaMigration;
import io.ordertrail.axon.health.ErrorWatch;
import io.ordertrail.axon.health.ProcessorProperties;
import io.ordertrail.axon.lifecycle.ShutdownStep;
import io.ordertrail.axon.store.StoredTokens;
import io.ordertrail.query.projection.deadletter.ParkedTable;
import io.ordertrail.query.projection.deadletter.Recovery;
import io.ordertrail.query.projection.deadletter.StoredEvents;
import io.ordertrail.query.projection.fold.ReadModel;
import io.ordertrail.query.projection.position.CommitSignal;
import io.ordertrail.query.projection.position.Completeness;
import io.ordertrail.query.projection.position.Positions;
import io.ordertrail.query.projection.replay.ReplayLog;
import io.ordertrail.query.projection.replay.ReplayProgress;
import io.ordertrail.query.projection.replay.Replayer;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The beans of projections: an event processor for each view, and their queries and commands. */
@Configuration(proxyBeanMethods = false)
public class ProjectionConfiguration {

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
    ParkedTable parkedSequences(JdbcClient jdbc, Clock clock, ReplayLog migrated) {
        return new ParkedTable(jdbc, clock);
    }

    @Bean
    Completeness completeness(JdbcClient jdbc, ReplayLog migrated) {
        return new Completeness(jdbc);
    }

    @Bean
    Positions positions(JdbcClient jdbc, StoredTokens tokens, EventStore events) {
        return new Positions(jdbc, tokens, events);
    }

    @Bean
    ConfigurerModule projections(
            List<ReadModel<?>> models,
            ProcessorProperties processors,
            PlatformTransactionManager transactions,
            CommitSignal commits,
            ParkedTable parked,
            ReplayLog replays,
            ObjectProvider<Positions> positions,
            ProjectionErrors errors) {
        return configurer -> models.forEach(model -> new Projection(
                        model,
                        processors.autoStart(),
                        transactions,
                        commits,
                        parked,
                        new ReplayProgress(model.name(), replays, positions::getObject),
                        errors.of(model.name()))
                .configureModule(configurer));
    }

    @Bean
    ProjectionErrors projectionErrors(List<ReadModel<?>> models, Clock clock) {
        return new ProjectionErrors(
                models.stream().collect(Collectors.toMap(ReadModel::name, model -> new ErrorWatch(clock))));
    }

    /** One watch for each projection, by its name. */
    record ProjectionErrors(Map<String, ErrorWatch> watches) {

        ErrorWatch of(String projection) {
            return Objects.requireNonNull(watches.get(projection), projection);
        }
    }

    /** Its name in the health of the node. */
    @Bean("projectionsHealthIndicator")
    @ConditionalOnProperty(name = "ordertrail.processors.auto-start", havingValue = "true")
    ProjectionHealth projectionHealth(
            ProjectionBoard board, Replayer replayer, ProjectionErrors errors, ProcessorProperties processors) {
        return new ProjectionHealth(board, replayer, errors.watches(), processors.unhealthyAfter());
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
    Replayer replayer(
            org.axonframework.config.Configuration axon,
            ReplayLog replays,
            Positions positions,
            ParkedTable parked,
            PlatformTransactionManager transactions) {
        return new Replayer(axon, replays, positions, parked, new TransactionTemplate(transactions));
    }

    /** A node that only reads makes no replay. */
    @Bean
    @ConditionalOnProperty(name = "ordertrail.processors.auto-start", havingValue = "true")
    SmartInitializingSingleton replayerBegin(Replayer replayer) {
        return replayer::begin;
    }

    /** Before the processors are stopped, one of which it might start again. */
    @Bean
    ShutdownStep replayerEnd(Replayer replayer) {
        return new ShutdownStep(ShutdownStep.Turn.WORK, replayer::end);
    }

    @Bean
    ReplayHandler projectionDesk(ProjectionBoard board, ReplayLog replays, Replayer replayer) {
        return new ReplayHandler(board, replays, replayer);
    }

    @Bean
    DeadLetterHandler deadLetterDesk(
            ProjectionBoard board,
            List<ReadModel<?>> models,
            ParkedTable parked,
            EventStore events,
            PlatformTransactionManager transactions,
            CommitSignal commits) {
        Recovery recovery = new Recovery(
                models.stream().collect(Collectors.toMap(ReadModel::name, Function.identity())),
                parked,
                new StoredEvents(events),
                transaction(transactions, TransactionDefinition.PROPAGATION_REQUIRES_NEW),
                transaction(transactions, TransactionDefinition.PROPAGATION_NESTED),
                commits);
        return new DeadLetterHandler(board, parked, recovery);
    }

    private static TransactionTemplate transaction(PlatformTransactionManager transactions, int propagation) {
        TransactionTemplate template = new TransactionTemplate(transactions);
        template.setPropagationBehavior(propagation);
        return template;
    }
}
