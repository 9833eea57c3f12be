package io.ordertrail.axon.lifecycle;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerProperties;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import io.ordertrail.axon.store.EventGate;
import io.ordertrail.axon.store.StoredTokens;
import io.ordertrail.axon.thread.SchedulerThreads;
import org.axonframework.config.Configuration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** How a process ends: in order, and without an interrupt that would close the database for what is still under way. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DbSchedulerProperties.class)
public class ShutdownConfiguration {

    private static final String SCHEDULER = "scheduler";

    @Bean
    DbSchedulerCustomizer calmScheduler(ObjectProvider<Serializer> rows, DbSchedulerProperties settings) {
        return new SchedulerThreads(rows, settings.getThreads());
    }

    /**
     * Otherwise it would stop after the event processors, and store events that nobody processes before the next start.
     */
    @Bean
    ShutdownStep schedulerEnd(ObjectProvider<Scheduler> scheduler) {
        return new ShutdownStep(ShutdownStep.Turn.WORK, () -> scheduler.ifAvailable(Scheduler::stop));
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
    ShutdownStep eventsEnd(EventGate gate, Configuration axon, StoredTokens tokens) {
        return new ShutdownStep(ShutdownStep.Turn.EVENTS, new ProcessorShutdown(gate, axon, tokens));
    }
}
