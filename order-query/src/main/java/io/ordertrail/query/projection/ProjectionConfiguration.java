package io.ordertrail.query.projection;

import io.ordertrail.axon.database.SchemaMigration;
import io.ordertrail.axon.deadletter.RetryPatience;
import io.ordertrail.axon.health.ErrorWatch;
import io.ordertrail.axon.health.ProcessorProperties;
import io.ordertrail.axon.store.StoredTokens;
import io.ordertrail.query.projection.deadletter.ParkedTable;
import io.ordertrail.query.projection.fold.ReadModel;
import io.ordertrail.query.projection.generation.Generations;
import io.ordertrail.query.projection.generation.ViewSql;
import io.ordertrail.query.projection.position.CommitSignal;
import io.ordertrail.query.projection.position.Completeness;
import io.ordertrail.query.projection.position.Positions;
import io.ordertrail.query.projection.position.ProgressSignal;
import io.ordertrail.query.projection.position.SharedViews;
import io.ordertrail.query.projection.rebuild.RebuildLog;
import io.ordertrail.query.projection.rebuild.Rebuilder;
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
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
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
    ProgressSignal progress() {
        return new ProgressSignal();
    }

    @Bean
    Generations generations(DataSource dataSource, JdbcTemplate jdbc, Clock clock) {
        // Before the first processor looks into a table of ours.
        SchemaMigration.migrate(dataSource, "read");
        return new Generations(jdbc, clock);
    }

    @Bean
    ViewSql viewSql(JdbcTemplate jdbc, Generations migrated) {
        return new ViewSql(jdbc);
    }

    @Bean
    RebuildLog rebuildLog(JdbcClient jdbc, Clock clock, Generations migrated) {
        return new RebuildLog(jdbc, clock);
    }

    @Bean
    ParkedTable parkedSequences(JdbcClient jdbc, RetryPatience patience, Clock clock, Generations migrated) {
        return new ParkedTable(jdbc, patience, clock);
    }

    @Bean
    Completeness completeness(ViewSql sql) {
        return new Completeness(sql);
    }

    @Bean
    SharedViews sharedViews(
            JdbcClient jdbc, StoredTokens tokens, PlatformTransactionManager transactions, Generations migrated) {
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
            ViewSql sql,
            Generations generations,
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
                            new ProjectionHandler(name, kept, sql, generations, shared, parked, savepoint, commits),
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
            RebuildLog rebuilds,
            Generations generations,
            StoredTokens tokens,
            Positions positions,
            ParkedTable parked) {
        return new ProjectionBoard(
                axon,
                models.stream().map(ReadModel::name).toList(),
                new RebuildBoard(rebuilds, generations, tokens),
                positions,
                parked);
    }

    @Bean
    RebuildHandler rebuildHandler(
            ProjectionBoard board, RebuildLog rebuilds, Generations generations, Rebuilder rebuilder) {
        return new RebuildHandler(board, rebuilds, generations, rebuilder);
    }

    private static TransactionTemplate transaction(PlatformTransactionManager transactions, int propagation) {
        TransactionTemplate template = new TransactionTemplate(transactions);
        template.setPropagationBehavior(propagation);
        return template;
    }
}
