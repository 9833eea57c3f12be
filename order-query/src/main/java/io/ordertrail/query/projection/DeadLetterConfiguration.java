package io.ordertrail.query.projection;

import io.ordertrail.axon.deadletter.RetryPatience;
import io.ordertrail.axon.deadletter.RetryTimer;
import io.ordertrail.axon.deadletter.RowDifference;
import io.ordertrail.query.projection.deadletter.DiscardLog;
import io.ordertrail.query.projection.deadletter.DryRun;
import io.ordertrail.query.projection.deadletter.ParkedTable;
import io.ordertrail.query.projection.deadletter.Recovery;
import io.ordertrail.query.projection.deadletter.StoredEvents;
import io.ordertrail.query.projection.fold.ReadModel;
import io.ordertrail.query.projection.generation.Generations;
import io.ordertrail.query.projection.position.CommitSignal;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The beans of what views could not process. */
@Configuration(proxyBeanMethods = false)
public class DeadLetterConfiguration {

    @Bean
    Recovery recovery(
            List<ReadModel<?>> models,
            ParkedTable parked,
            EventStore events,
            Generations generations,
            PlatformTransactionManager transactions,
            CommitSignal commits) {
        return new Recovery(
                models.stream().collect(Collectors.toMap(ReadModel::name, Function.identity())),
                parked,
                new StoredEvents(events),
                generations,
                transaction(transactions, TransactionDefinition.PROPAGATION_REQUIRES_NEW),
                transaction(transactions, TransactionDefinition.PROPAGATION_NESTED),
                commits);
    }

    @Bean
    @ConditionalOnProperty(name = "ordertrail.processors.auto-start", havingValue = "true")
    RetryTimer deadLetterRetry(Recovery recovery, RetryPatience patience, Clock clock) {
        return new RetryTimer("dead-letter-retry", recovery, patience, clock);
    }

    @Bean
    DeadLetterHandler deadLetterHandler(
            ProjectionBoard board,
            ParkedTable parked,
            Recovery recovery,
            PlatformTransactionManager transactions,
            RowDifference differences,
            org.axonframework.config.Configuration axon,
            JdbcClient jdbc,
            Clock clock) {
        DryRun dryRun = new DryRun(
                recovery,
                transaction(transactions, TransactionDefinition.PROPAGATION_REQUIRES_NEW),
                differences,
                axon.eventSerializer());
        return new DeadLetterHandler(board, parked, recovery, dryRun, new DiscardLog(jdbc, parked, clock));
    }

    private static TransactionTemplate transaction(PlatformTransactionManager transactions, int propagation) {
        TransactionTemplate template = new TransactionTemplate(transactions);
        template.setPropagationBehavior(propagation);
        return template;
    }
}
