package io.ordertrail.axon.process;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import io.ordertrail.axon.Dispatch;
import io.ordertrail.axon.ErrorWatch;
import io.ordertrail.axon.OrdertrailAxonAutoConfiguration;
import io.ordertrail.axon.StoredTokens;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.serialization.Serializer;
import org.axonframework.springboot.autoconfig.AxonAutoConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Processes and their steps, in every node that handles commands. {@code ordertrail.process.enabled=false} leaves them out;
 * {@code db-scheduler.enabled=false} too, for without it nothing could be sent.
 */
@AutoConfiguration(
        after = OrdertrailAxonAutoConfiguration.class,
        before = AxonAutoConfiguration.class,
        beforeName = "com.github.kagkarlsson.scheduler.boot.autoconfigure.DbSchedulerAutoConfiguration")
@ConditionalOnProperty(
        name = {"ordertrail.process.enabled", "db-scheduler.enabled"},
        havingValue = "true",
        matchIfMissing = true)
public class ProcessAutoConfiguration {

    @Bean
    StepJson stepJson(Serializer serializer) {
        return new StepJson(serializer);
    }

    @Bean
    StepTable stepTable(JdbcClient jdbc, StepJson json, Clock clock, EventSchema migrated) {
        return new StepTable(jdbc, json, clock);
    }

    @Bean
    InFlight stepsInFlight() {
        return new InFlight();
    }

    @Bean
    Teller teller(ObjectProvider<EventStore> events, TransactionManager transactions) {
        return new Teller(events::getObject, transactions);
    }

    /** db-scheduler wants its tasks before there is anything to send them with. */
    @Bean
    CustomTask<Void> stepTask(
            StepTable table,
            StepJson json,
            ObjectProvider<Dispatch> dispatch,
            Teller teller,
            Clock clock,
            InFlight inFlight,
            ObjectProvider<Waker> waker,
            @Value("${ordertrail.process.first-delay}") Duration firstDelay,
            @Value("${ordertrail.process.longest-delay}") Duration longestDelay,
            @Value("${ordertrail.process.stuck-after}") int stuckAfter) {
        Sender sender =
                new Sender(json, (command, metaData) -> dispatch.getObject().send(command, metaData, Object.class));
        BackOff backOff = new BackOff(firstDelay, longestDelay, stuckAfter);
        return new StepRunner(table, json, sender, teller, backOff, clock, inFlight, waker::getObject).task();
    }

    @Bean
    Waker stepWaker(
            ObjectProvider<Scheduler> scheduler,
            JdbcClient jdbc,
            StepTable table,
            Clock clock,
            @Value("${ordertrail.process.look}") Duration look) {
        return new Waker(scheduler::getObject, jdbc, table, clock, look);
    }

    @Bean
    StepOutbox steps(StepTable table, Waker waker, Clock clock) {
        return new StoredSteps(table, waker, clock);
    }

    @Bean
    WaitingSteps waitingSteps(JdbcClient jdbc, Waker waker, Clock clock) {
        return new WaitingSteps(jdbc, waker, clock);
    }

    @Bean
    ParkedTable parkedTable(JdbcClient jdbc, EventSchema migrated) {
        return new ParkedTable(jdbc);
    }

    @Bean
    Parked parkedEvents(
            ParkedTable table,
            Teller teller,
            ObjectProvider<EventStore> events,
            TransactionManager transactions,
            Clock clock,
            ObjectProvider<Policy> policies,
            @Value("${ordertrail.process.look}") Duration look,
            @Value("${ordertrail.process.parked-retry}") Duration retry,
            @Value("${ordertrail.processors.auto-start}") boolean autoStart) {
        boolean runs = autoStart && policies.stream().findAny().isPresent();
        ParkedAgain again = new ParkedAgain(table, teller, events::getObject, transactions, clock);
        return new Parked(table, again, look, retry, runs);
    }

    @Bean
    ProcessErrors processErrors(Clock clock) {
        return new ProcessErrors(new ErrorWatch(clock));
    }

    @Bean
    ConfigurerModule processors(
            ObjectProvider<Policy> policies,
            PlatformTransactionManager transactions,
            Parked parked,
            ProcessErrors errors,
            @Value("${ordertrail.process.segments}") int segments,
            @Value("${ordertrail.processors.auto-start}") boolean autoStart) {
        return new Processors(
                policies.orderedStream().toList(), segments, autoStart, transactions, parked, errors.watch());
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
    ProcessHealth processHealth(
            ProcessBoard board, WaitingSteps steps, @Value("${ordertrail.processors.unhealthy-after}") Duration bound) {
        return new ProcessHealth(board, steps, bound);
    }

    /** Whether the processor of policies fails. */
    record ProcessErrors(ErrorWatch watch) {}
}
