package io.ordertrail.command.payment.sandbox;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import io.ordertrail.axon.access.LocalMode;
import io.ordertrail.axon.message.Dispatch;
import io.ordertrail.command.payment.provider.PaymentProvider;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The sandbox, unless it is off by name: what was begun with it is carried to its end where nobody may pay with it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SandboxProperties.class)
@ConditionalOnBooleanProperty(name = "ordertrail.payment.sandbox.enabled", matchIfMissing = true)
public class SandboxConfiguration {

    @Bean
    SandboxJournal sandboxJournal(JdbcClient jdbc) {
        return new SandboxJournal(jdbc);
    }

    @Bean
    SandboxCalls sandboxCalls(
            ObjectProvider<Scheduler> scheduler, SandboxJournal journal, ObjectProvider<Dispatch> dispatch) {
        return new SandboxCalls(scheduler::getObject, journal, dispatch::getObject);
    }

    @Bean
    OneTimeTask<Void> sandboxTask(SandboxCalls calls) {
        return calls.task();
    }

    @Bean
    PaymentProvider sandboxProvider(
            SandboxJournal journal, SandboxCalls calls, Clock clock, SandboxProperties settings, LocalMode local) {
        return new SandboxProvider(journal, calls, clock, settings.lateAfter(), settings.isOpen(local));
    }
}
