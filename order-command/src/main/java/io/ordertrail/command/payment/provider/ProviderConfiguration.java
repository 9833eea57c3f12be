package io.ordertrail.command.payment.provider;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import io.ordertrail.axon.lifecycle.ShutdownStep;
import io.ordertrail.axon.message.Dispatch;
import io.ordertrail.axon.process.Policy;
import java.time.Clock;
import java.time.Duration;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What happens around payments by itself: providers are asked. Off where processes are. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(
        name = {"ordertrail.process.enabled", "db-scheduler.enabled"},
        havingValue = "true",
        matchIfMissing = true)
public class ProviderConfiguration {

    /** How long it may take to store an answer after the call. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    @Bean
    ProviderTasks providerTasks(ObjectProvider<Scheduler> scheduler, Clock clock, PaymentProperties settings) {
        return new ProviderTasks(
                scheduler::getObject, clock, settings.providerTimeout().plus(GRACE));
    }

    /** db-scheduler wants its tasks before there is anybody to do them. */
    @Bean
    CustomTask<String> providerTask(ProviderTasks tasks, ObjectProvider<ProviderWorker> worker) {
        return tasks.task((providerKey, task) -> worker.getObject().start(providerKey, task));
    }

    @Bean
    TimeLimit providerTimeLimit(PaymentProperties settings) {
        return new TimeLimit(settings.providerTimeout());
    }

    @Bean
    Calls providerCalls(Providers providers, TimeLimit limit) {
        return new Calls(providers, limit);
    }

    @Bean
    OpenRequests openProviderRequests(EventStore events) {
        return new OpenRequests(events);
    }

    @Bean
    Answers providerAnswers(Dispatch dispatch) {
        return new Answers(dispatch);
    }

    @Bean
    ProviderWorker providerWorker(
            OpenRequests requests,
            Calls calls,
            Answers answers,
            ProviderTasks tasks,
            TimeLimit limit,
            PaymentProperties settings) {
        return new ProviderWorker(
                requests,
                calls,
                answers,
                tasks,
                new LookUpDelays(settings.lookupDelays()),
                limit,
                settings.parallelCalls());
    }

    @Bean
    ProviderHandler providerHandler(
            OpenRequests requests, Providers providers, Calls calls, Answers answers, ProviderTasks tasks) {
        return new ProviderHandler(requests, providers, calls, answers, tasks);
    }

    @Bean
    ShutdownStep providerWorkerEnd(ProviderWorker worker) {
        return worker.shutdownStep();
    }

    @Bean
    Policy providerRequests() {
        return new Policy(ProviderPolicy.NAME, new ProviderPolicy());
    }
}
