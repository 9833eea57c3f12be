package io.ordertrail.axon.process;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import io.ordertrail.axon.Dispatch;
import io.ordertrail.axon.OrdertrailAxonAutoConfiguration;
import java.time.Clock;
import java.time.Duration;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.springboot.autoconfig.AxonAutoConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

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
    StepRows stepRows() {
        return new StepRows();
    }

    /** db-scheduler wants its tasks before there is anything to send them with. */
    @Bean
    CustomTask<StepRow> stepTask(
            StepJson json,
            ObjectProvider<Dispatch> dispatch,
            ObjectProvider<EventStore> events,
            TransactionManager transactions,
            Clock clock,
            @Value("${ordertrail.process.first-delay}") Duration firstDelay,
            @Value("${ordertrail.process.longest-delay}") Duration longestDelay,
            @Value("${ordertrail.process.stuck-after}") int stuckAfter) {
        Sending sending =
                new Sending(json, (command, metaData) -> dispatch.getObject().send(command, metaData, Object.class));
        Telling telling = new Telling(events::getObject, transactions);
        return new StepRunner(json, sending, telling, new BackOff(firstDelay, longestDelay, stuckAfter), clock).task();
    }

    @Bean
    Steps steps(Scheduler scheduler, StepJson json, Clock clock) {
        return new DurableSteps(scheduler, json, clock);
    }

    @Bean
    ConfigurerModule processors(
            ObjectProvider<SagaType> sagas,
            ObjectProvider<Policy> policies,
            @Value("${ordertrail.processors.auto-start}") boolean autoStart) {
        return new Processors(
                sagas.orderedStream().toList(), policies.orderedStream().toList(), autoStart);
    }
}
