package io.ordertrail.axon.process;

import io.ordertrail.axon.OrdertrailAxonAutoConfiguration;
import io.ordertrail.axon.deadletter.RetryPatience;
import io.ordertrail.axon.deadletter.RetryTimer;
import io.ordertrail.axon.deadletter.RowDifference;
import io.ordertrail.axon.health.ErrorWatch;
import io.ordertrail.axon.health.ProcessorProperties;
import io.ordertrail.axon.process.parked.Parked;
import io.ordertrail.axon.process.parked.ParkedDryRun;
import io.ordertrail.axon.process.parked.ParkedRetrier;
import io.ordertrail.axon.process.parked.ParkedTable;
import io.ordertrail.axon.process.step.OutcomePublisher;
import io.ordertrail.axon.process.step.ProcessProperties;
import io.ordertrail.axon.process.step.StepConfiguration;
import io.ordertrail.axon.process.step.WaitingSteps;
import io.ordertrail.axon.serialization.KeptEvents;
import io.ordertrail.axon.store.StoredTokens;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.springboot.autoconfig.AxonAutoConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Processes and their steps, in every node that handles commands. {@code ordertrail.process.enabled=false} leaves them
 * out; {@code db-scheduler.enabled=false} too, for without it nothing could be sent.
 */
@AutoConfiguration(
        after = OrdertrailAxonAutoConfiguration.class,
        before = AxonAutoConfiguration.class,
        beforeName = "com.github.kagkarlsson.scheduler.boot.autoconfigure.DbSchedulerAutoConfiguration")
@ConditionalOnProperty(
        name = {"ordertrail.process.enabled", "db-scheduler.enabled"},
        havingValue = "true",
        matchIfMissing = true)
@Import(StepConfiguration.class)
public class ProcessAutoConfiguration {

    @Bean
    ParkedTable parkedTable(JdbcClient jdbc, RetryPatience patience, EventSchema migrated) {
        return new ParkedTable(jdbc, patience);
    }

    @Bean
    Parked parkedEvents(
            ParkedTable table,
            OutcomePublisher publisher,
            ObjectProvider<EventStore> events,
            ObjectProvider<KeptEvents> kept,
            TransactionManager transactions,
            Clock clock,
            ObjectProvider<Policy> policies,
            ProcessProperties settings,
            ProcessorProperties processors,
            WaitingSteps steps,
            RowDifference differences,
            ObjectProvider<org.axonframework.config.Configuration> axon) {
        ParkedRetrier again = new ParkedRetrier(
                Processors.POLICIES, table, publisher, events::getObject, kept::getObject, transactions, clock);
        ParkedDryRun dryRun = new ParkedDryRun(
                again,
                table,
                transactions,
                steps,
                differences,
                () -> axon.getObject().eventSerializer());
        return new Parked(
                Processors.POLICIES, table, again, dryRun, clock, settings.look(), runs(policies, processors));
    }

    @Bean
    @ConditionalOnProperty(name = "ordertrail.processors.auto-start", havingValue = "true")
    RetryTimer parkedRetry(Parked parked, RetryPatience patience, Clock clock) {
        return new RetryTimer("parked-retry", parked, patience, clock);
    }

    private static boolean runs(ObjectProvider<Policy> policies, ProcessorProperties processors) {
        return processors.autoStart() && policies.stream().findAny().isPresent();
    }

    @Bean
    ProcessErrors processErrors(Clock clock) {
        return new ProcessErrors(new ErrorWatch(clock));
    }

    @Bean
    ConfigurerModule processors(
            ObjectProvider<Policy> policies,
            Parked parked,
            ProcessErrors errors,
            ProcessProperties settings,
            ProcessorProperties processors) {
        return new Processors(
                policies.orderedStream().toList(), settings.segments(), processors.autoStart(), parked, errors.watch());
    }

    @Bean
    ProcessBoard processBoard(
            org.axonframework.config.Configuration axon,
            StoredTokens tokens,
            EventStore events,
            ParkedTable parked,
            WaitingSteps steps,
            ObjectProvider<Policy> policies,
            ProcessErrors errors) {
        Map<String, ErrorWatch> watches = Policy.processors(policies.stream().toList()).stream()
                .collect(Collectors.toMap(name -> name, name -> errors.watch()));
        return new ProcessBoard(axon, tokens, events, parked, steps, watches);
    }

    /** Its name in the health of the node is {@code processes}. */
    @Bean("processesHealthIndicator")
    @ConditionalOnProperty(name = "ordertrail.processors.auto-start", havingValue = "true")
    ProcessHealth processHealth(ProcessBoard board, WaitingSteps steps, ProcessorProperties processors) {
        return new ProcessHealth(board, steps, processors.unhealthyAfter());
    }

    /** Whether the processor of policies fails. */
    record ProcessErrors(ErrorWatch watch) {}
}
