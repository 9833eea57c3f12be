package io.ordertrail.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.DeadlineMessage;
import org.axonframework.deadline.dbscheduler.DbSchedulerDeadlineManager;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.ScopeAware;
import org.axonframework.messaging.ScopeDescriptor;
import org.axonframework.modelling.command.AggregateScopeDescriptor;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A deadline is a row of the database: it outlives the process that set it, and fires in the next. */
class DeadlinesIT {

    private final Path dataDir = Probe.newDataDir();

    @Test
    void pitfall_4_a_deadline_fires_though_its_process_ended_before_it_was_due() {
        try (ConfigurableApplicationContext probe = Probe.start(List.of(Probe.class, Bells.class), dataDir)) {
            schedule(probe, Duration.ofSeconds(3), "late");
        }
        try (ConfigurableApplicationContext probe = Probe.start(List.of(Probe.class, Bells.class), dataDir)) {
            await().untilAsserted(
                            () -> assertThat(probe.getBean(Bell.class).rung).containsExactly("late"));
        }
    }

    @Test
    void pitfall_4_a_deadline_of_a_transaction_that_rolled_back_is_not_set() {
        try (ConfigurableApplicationContext probe = Probe.start(List.of(Probe.class, Bells.class), dataDir)) {
            var transaction = probe.getBean(TransactionManager.class).startTransaction();
            probe.getBean(DeadlineManager.class)
                    .schedule(Duration.ofHours(1), "test", "never", new AggregateScopeDescriptor("order", "order-1"));
            transaction.rollback();
            assertThat(probe.getBean(JdbcClient.class)
                            .sql("select count(*) from scheduled_tasks where task_name <> 'forget-old-answers'")
                            .query(Long.class)
                            .single())
                    .isZero();
        }
    }

    private static void schedule(ConfigurableApplicationContext probe, Duration in, String payload) {
        probe.getBean(TransactionManager.class)
                .executeInTransaction(() -> probe.getBean(DeadlineManager.class)
                        .schedule(
                                Instant.now().plus(in),
                                "test",
                                payload,
                                new AggregateScopeDescriptor("order", "order-1")));
    }

    /** Axon's own manager, ringing a bell of ours instead of looking for an aggregate. */
    @Configuration(proxyBeanMethods = false)
    static class Bells {

        @Bean
        Bell bell() {
            return new Bell();
        }

        @Bean
        DeadlineManager deadlineManager(
                com.github.kagkarlsson.scheduler.Scheduler scheduler,
                Serializer serializer,
                TransactionManager transactions,
                Bell bell) {
            return DbSchedulerDeadlineManager.builder()
                    .scheduler(scheduler)
                    .serializer(serializer)
                    .transactionManager(transactions)
                    .scopeAwareProvider(scope -> Stream.of(bell))
                    .startScheduler(false)
                    .stopScheduler(false)
                    .build();
        }
    }

    static class Bell implements ScopeAware {

        final List<Object> rung = new CopyOnWriteArrayList<>();

        @Override
        public void send(Message<?> message, ScopeDescriptor scope) {
            rung.add(((DeadlineMessage<?>) message).getPayload());
        }

        @Override
        public boolean canResolve(ScopeDescriptor scope) {
            return true;
        }
    }
}
