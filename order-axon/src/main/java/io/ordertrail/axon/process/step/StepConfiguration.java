package io.ordertrail.axon.process.step;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import io.ordertrail.axon.message.Dispatch;
import io.ordertrail.axon.message.LocalCommands;
import java.time.Clock;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Steps: their table, who sends them, and who wakes those. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProcessProperties.class)
public class StepConfiguration {

    @Bean
    StepJson stepJson(Serializer serializer) {
        return new StepJson(serializer);
    }

    @Bean
    StepTable stepTable(JdbcTemplate jdbc, StepJson json, Clock clock, EventSchema migrated) {
        return new StepTable(jdbc, json, clock);
    }

    @Bean
    InFlight stepsInFlight() {
        return new InFlight();
    }

    @Bean
    OutcomePublisher outcomePublisher(ObjectProvider<EventStore> events, TransactionManager transactions) {
        return new OutcomePublisher(events::getObject, transactions);
    }

    /** db-scheduler wants its tasks before there is anything to send them with. */
    @Bean
    CustomTask<Void> stepTask(
            StepTable table,
            StepJson json,
            ObjectProvider<Dispatch> dispatch,
            OutcomePublisher publisher,
            Clock clock,
            InFlight inFlight,
            ObjectProvider<Waker> waker,
            ProcessProperties settings) {
        Sender sender =
                new Sender(json, (command, metaData) -> dispatch.getObject().send(command, metaData, Object.class));
        return new StepRunner(table, json, sender, publisher, settings.backOff(), clock, inFlight, waker::getObject)
                .task();
    }

    @Bean
    Waker stepWaker(
            ObjectProvider<Scheduler> scheduler,
            JdbcTemplate jdbc,
            StepTable table,
            Clock clock,
            ProcessProperties settings) {
        return new Waker(scheduler::getObject, jdbc, table, clock, settings.look());
    }

    @Bean
    @ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "false")
    StepOutbox steps(
            StepTable table, Waker waker, Clock clock, InFlight inFlight, ObjectProvider<LocalCommands> commands) {
        return new StoredSteps(table, waker, clock, inFlight, commands::getObject);
    }

    /** Which node handles a command, the Axon Server says. */
    @Bean
    @ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "true")
    StepOutbox stepsOverAxonServer(StepTable table, Waker waker, Clock clock, InFlight inFlight) {
        return new StoredSteps(table, waker, clock, inFlight, () -> null);
    }

    @Bean
    WaitingSteps waitingSteps(JdbcClient jdbc, Waker waker, Clock clock) {
        return new WaitingSteps(jdbc, waker, clock);
    }
}
