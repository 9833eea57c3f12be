package io.ordertrail.axon;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import java.time.Duration;
import org.axonframework.config.Configuration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

    /** How long, at the end, transactions are waited for that have stored an event. */
    private static final Duration STORING = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(EndConfiguration.class);

    @Bean
    DbSchedulerCustomizer calmScheduler(
            ObjectProvider<Serializer> rows, @Value("${db-scheduler.threads}") int threads) {
        return new CalmScheduler(rows, threads);
    }

    /** Otherwise it would be stopped when the event processors already are, and go on storing events that nobody takes in. */
    @Bean
    Farewell schedulerEnd(ObjectProvider<Scheduler> scheduler) {
        return new Farewell(Farewell.WORK, () -> scheduler.ifAvailable(Scheduler::stop));
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
    Farewell eventsEnd(EventGate gate) {
        return new Farewell(Farewell.EVENTS, () -> {
            try {
                if (!gate.close(STORING)) {
                    LOG.warn("Events are still being stored; the next start processes them");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                LOG.warn("Interrupted while waiting for events that are being stored", e);
            }
        });
    }

    @Bean
    Farewell processorsEnd(Configuration axon) {
        return new Farewell(Farewell.LISTENERS, new StopTogether(axon));
    }

    @Bean
    @ConditionalOnProperty(name = "ordertrail.processors.auto-start", havingValue = "true")
    DatabaseWatch databaseWatch(JdbcConnectionDetails database) {
        return new DatabaseWatch(database, new ProcessEnd(DatabaseWatch.EXIT_CODE));
    }
}
