package io.ordertrail.command.payment;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import io.ordertrail.axon.message.Dispatch;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The sandbox, where {@link SandboxCondition} says: where money is real it must be off. */
@Configuration(proxyBeanMethods = false)
@Conditional(SandboxCondition.class)
class SandboxConfiguration {

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
            @Value("${ordertrail.payment.sandbox.late-after}") Duration lateAfter) {
        return new SandboxProvider(journal, calls, clock, lateAfter);
    }
}
