package io.ordertrail.command.payment.sandbox;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import io.ordertrail.axon.access.ApiKeys;
import io.ordertrail.axon.message.Dispatch;
import io.ordertrail.command.payment.provider.PaymentProvider;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The sandbox, where {@link SandboxCondition} says: where money is real it must be off. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SandboxProperties.class)
@Conditional(SandboxCondition.class)
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
            SandboxJournal journal,
            SandboxCalls calls,
            Clock clock,
            SandboxProperties settings,
            Environment environment,
            ApiKeys keys) {
        return new SandboxProvider(journal, calls, clock, settings.lateAfter(), isOpen(settings, environment, keys));
    }

    /** Where nobody says, it is for the operator of a local service: who asks others for a key has real customers. */
    private static boolean isOpen(SandboxProperties settings, Environment environment, ApiKeys keys) {
        if (settings.enabled() != null) {
            return settings.enabled();
        }
        String mode = environment.getProperty("ordertrail.security.mode", "");
        boolean issuer = environment.containsProperty("ordertrail.security.issuer");
        return mode.equalsIgnoreCase("local") || mode.isEmpty() && !issuer && !keys.isAny();
    }
}
