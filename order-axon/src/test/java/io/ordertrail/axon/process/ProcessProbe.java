package io.ordertrail.axon.process;

import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.RequestInProgress;
import io.ordertrail.api.order.OrderCourseCommand.AddNote;
import io.ordertrail.api.order.OrderCourseEvent.OrderCancelled;
import io.ordertrail.api.order.OrderCourseEvent.OrderHeld;
import io.ordertrail.api.order.OrderCourseEvent.OrderNoteAdded;
import io.ordertrail.api.order.OrderCourseEvent.OrderReleased;
import io.ordertrail.api.order.OrderCourseRefusal;
import io.ordertrail.api.order.OrderEvent;
import io.ordertrail.api.order.value.NoteVisibility;
import io.ordertrail.api.process.ProcessEvent;
import io.ordertrail.axon.Probe;
import io.ordertrail.axon.message.MetaKeys;
import io.ordertrail.axon.process.step.StepId;
import io.ordertrail.axon.process.step.StepOutbox;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A service that takes notes on orders, with a policy that has it take some, and one that hears what became of steps.
 */
public class ProcessProbe implements AutoCloseable {

    private static final MetaData CAUSE =
            MetaData.with(MetaKeys.CORRELATION_ID, "c-1").and(MetaKeys.TRACE_ID, "t-1");

    final ConfigurableApplicationContext context;

    private ProcessProbe(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Fast back-off, and a poll to match. */
    public static ProcessProbe start(Path dataDir, String... properties) {
        return startPolling(Duration.ofMillis(50), dataDir, properties);
    }

    static ProcessProbe startPolling(Duration interval, Path dataDir, String... properties) {
        List<String> all = new ArrayList<>(List.of(
                "db-scheduler.polling-interval=" + interval.toMillis() + "ms",
                "ordertrail.process.first-delay=10ms",
                "ordertrail.process.longest-delay=50ms",
                "ordertrail.process.look=200ms",
                "ordertrail.process.stuck-after=3"));
        all.addAll(List.of(properties));
        return new ProcessProbe(Probe.start(List.of(Parts.class), dataDir, all.toArray(String[]::new)));
    }

    public static AddNote note(String orderId, String text) {
        return new AddNote(orderId, text, NoteVisibility.INTERNAL, Instant.EPOCH);
    }

    public StepOutbox steps() {
        return context.getBean(StepOutbox.class);
    }

    Desk desk() {
        return context.getBean(Desk.class);
    }

    List<Object> told() {
        return context.getBean(Ear.class).heard;
    }

    public JdbcClient jdbc() {
        return context.getBean(JdbcClient.class);
    }

    public void inTransaction(Runnable work) {
        context.getBean(TransactionManager.class).executeInTransaction(work);
    }

    void store(String orderId, long sequence, Object event) {
        context.getBean(EventStore.class)
                .publish(new GenericDomainEventMessage<>("order", orderId, sequence, event, CAUSE));
    }

    /** The texts of the notes of an order, as they were stored. */
    List<String> notes(String orderId) {
        return context.getBean(EventStore.class)
                .readEvents(orderId, 0)
                .asStream()
                .map(event -> ((OrderNoteAdded) event.getPayload()).text())
                .toList();
    }

    long waiting() {
        return jdbc().sql("select count(*) from process_step").query(Long.class).single();
    }

    long stored(String type) {
        return jdbc().sql("select count(*) from domain_event where payload_type = ?")
                .param(type)
                .query(Long.class)
                .single();
    }

    @Override
    public void close() {
        context.close();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Parts {

        @Bean
        Desk desk(EventStore store, JdbcClient jdbc) {
            return new Desk(store, jdbc);
        }

        @Bean
        Ear ear() {
            return new Ear();
        }

        @Bean
        Policy reminder() {
            return new Policy(Reminder.NAME, new Reminder());
        }

        @Bean
        Policy listening(Ear ear) {
            return new Policy("listening", new Listening(ear));
        }

        @Bean
        Policy following(Ear ear) {
            return new Policy("following", new Following(ear));
        }
    }

    /**
     * What was told of steps, in order, and the notes that were followed up. Of {@code breaking} orders none can be.
     */
    static final class Ear {
        final List<Object> heard = new CopyOnWriteArrayList<>();
        final List<Object> followed = new CopyOnWriteArrayList<>();
        final Set<String> breaking = ConcurrentHashMap.newKeySet();
    }

    /** Sends a step for every order that is held, released or cancelled. */
    record Following(Ear ear) {

        @EventHandler
        void on(OrderHeld event, StepOutbox steps) {
            follow(event, steps);
        }

        @EventHandler
        void on(OrderReleased event, StepOutbox steps) {
            follow(event, steps);
        }

        @EventHandler
        void on(OrderCancelled event, StepOutbox steps) {
            follow(event, steps);
        }

        private void follow(OrderEvent event, StepOutbox steps) {
            String kind = event.getClass().getSimpleName();
            steps.send(StepId.of("following", event.orderId(), kind), note(event.orderId(), kind));
            if (ear.breaking.contains(event.orderId())) {
                throw new IllegalStateException("as asked");
            }
            ear.followed.add(event);
        }
    }

    record Listening(Ear ear) {

        @EventHandler
        void on(ProcessEvent event, StepOutbox steps) {
            ear.heard.add(event);
        }
    }

    /**
     * Takes each command once, known by its id. Texts in {@code refusing} are refused, those in {@code failing} fail,
     * those in {@code slow} take their time.
     */
    static final class Desk {

        final Set<String> refusing = ConcurrentHashMap.newKeySet();
        final Set<String> failing = ConcurrentHashMap.newKeySet();
        final Set<String> busy = ConcurrentHashMap.newKeySet();
        final Set<String> slow = ConcurrentHashMap.newKeySet();
        final List<String> texts = new CopyOnWriteArrayList<>();
        final CountDownLatch begun = new CountDownLatch(1);
        final CountDownLatch mayEnd = new CountDownLatch(1);
        final List<MetaData> asked = new CopyOnWriteArrayList<>();
        final AtomicInteger tries = new AtomicInteger();
        private final EventStore store;
        private final JdbcClient jdbc;

        Desk(EventStore store, JdbcClient jdbc) {
            this.store = store;
            this.jdbc = jdbc;
        }

        @CommandHandler
        Receipt handle(AddNote command, MetaData metaData) {
            tries.incrementAndGet();
            if (refusing.contains(command.text())) {
                throw new Refused(new OrderCourseRefusal.OnHold("fraud check"));
            }
            if (failing.contains(command.text())) {
                throw new IllegalStateException("as asked");
            }
            if (busy.contains(command.text())) {
                throw new Refused(new RequestInProgress(command.text()));
            }
            if (slow.contains(command.text())) {
                await();
            }
            asked.add(metaData);
            texts.add(command.text());
            long next = store.lastSequenceNumberFor(command.orderId()).orElse(-1L) + 1;
            if (!isRepeat(command.orderId(), (String) metaData.get(MetaKeys.COMMAND_ID))) {
                EventMessage<?> event = new GenericDomainEventMessage<>(
                        "order",
                        command.orderId(),
                        next,
                        new OrderNoteAdded(
                                command.orderId(), "c-1", command.text(), command.visibility(), Instant.EPOCH));
                store.publish(event);
            }
            return Receipt.of(command.orderId(), next);
        }

        private void await() {
            begun.countDown();
            try {
                if (!mayEnd.await(20, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("Nobody let it go on");
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException("Interrupted", e);
            }
        }

        private boolean isRepeat(String orderId, String commandId) {
            return jdbc.sql("select count(*) from domain_event where aggregate_id = ? and metadata like ?")
                            .params(orderId, "%\"causationId\":\"" + commandId + "\"%")
                            .query(Long.class)
                            .single()
                    > 0;
        }
    }
}
