package io.ordertrail.command.process;

import io.ordertrail.axon.process.ProcessBoard;
import io.ordertrail.axon.process.parked.Parked;
import io.ordertrail.axon.process.step.WaitingSteps;
import java.time.Clock;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The desk of processes, in every node that runs them. Imported by the module's auto-configuration. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(
        name = {"ordertrail.process.enabled", "db-scheduler.enabled"},
        havingValue = "true",
        matchIfMissing = true)
public class ProcessHandlerConfiguration {

    @Bean
    ProcessHandler processHandler(
            ProcessBoard board, WaitingSteps steps, Parked parked, EventStore events, Clock clock) {
        return new ProcessHandler(board, steps, parked, events, clock);
    }
}
