package io.ordertrail.axon;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import org.axonframework.config.Configuration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;

/** How a process ends: in order, and without an interrupt that would close the database for what is still under way. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class EndConfiguration {

    private static final String SCHEDULER = "scheduler";

    @Bean
    DbSchedulerCustomizer calmScheduler(
            ObjectProvider<Serializer> rows, @Value("${db-scheduler.threads}") int threads) {
        return new CalmScheduler(rows, threads);
    }

    /** Otherwise it would stop after the event processors, and store events that nobody processes before the next start. */
    @Bean
    Farewell schedulerEnd(ObjectProvider<Scheduler> scheduler) {
        return new Farewell(Farewell.Turn.WORK, () -> scheduler.ifAvailable(Scheduler::stop));
    }

    /** Stopped a second time it complains. */
    @Bean
    static BeanFactoryPostProcessor schedulerIsStoppedOnce() {
        return factory -> {
            if (factory.containsBeanDefinition(SCHEDULER)
                    && factory.getBeanDefinition(SCHEDULER) instanceof AbstractBeanDefinition scheduler) {
                scheduler.setDestroyMethodName(null);
            }
        };
    }

    @Bean
    EventGate eventGate() {
        return new EventGate();
    }

    @Bean
    Farewell eventsEnd(EventGate gate, Configuration axon, StoredTokens tokens) {
        return new Farewell(Farewell.Turn.EVENTS, new StopTogether(gate, axon, tokens));
    }

    @Bean
    @ConditionalOnProperty(name = "ordertrail.processors.auto-start", havingValue = "true")
    DatabaseWatch databaseWatch(JdbcConnectionDetails database) {
        return new DatabaseWatch(database, new ProcessEnd(DatabaseWatch.EXIT_CODE));
    }
}
