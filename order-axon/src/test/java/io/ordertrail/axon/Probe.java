package io.ordertrail.axon;

import io.ordertrail.api.message.Receipt;
import io.ordertrail.api.message.Refusal.Fault;
import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.InvalidRequest;
import io.ordertrail.api.message.RequestRefusal.MissingRole;
import io.ordertrail.api.message.RequestRefusal.RequestInProgress;
import io.ordertrail.api.message.Role;
import io.ordertrail.api.order.OrderCourseCommand.AddNote;
import io.ordertrail.api.order.OrderCourseCommand.CreateOrder;
import io.ordertrail.api.order.OrderCourseEvent.OrderNoteAdded;
import io.ordertrail.api.order.OrderCourseRefusal;
import io.ordertrail.api.order.value.NoteVisibility;
import io.ordertrail.axon.message.MetaKeys;
import io.ordertrail.axon.message.RequestContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.deadline.annotation.DeadlineHandler;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The smallest service on our auto-configuration: it takes notes, and lists what it has taken in. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class Probe {

    public static ConfigurableApplicationContext start(Path dataDir, String... properties) {
        return start(List.of(Probe.class), dataDir, properties);
    }

    public static ConfigurableApplicationContext start(List<Class<?>> sources, Path dataDir, String... properties) {
        List<String> arguments = new ArrayList<>(List.of(
                "--spring.config.location=classpath:ordertrail.yml",
                "--ordertrail.data-dir=" + dataDir,
                "--spring.application.name=probe"));
        for (String property : properties) {
            arguments.add("--" + property);
        }
        return new SpringApplicationBuilder(sources.toArray(Class<?>[]::new))
                .web(WebApplicationType.NONE)
                .registerShutdownHook(false)
                .run(arguments.toArray(String[]::new));
    }

    public static Path newDataDir() {
        try {
            return Files.createTempDirectory(Path.of("target"), "data-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static RequestContext request(RequestContext.Idempotency idempotency) {
        return new RequestContext("anna", List.of("SUPERVISOR", "SERVICE"), "c-1", "t-1", idempotency, null);
    }

    static OrderNoteAdded note(String orderId, String text) {
        return new OrderNoteAdded(orderId, "c-1", text, NoteVisibility.INTERNAL, Instant.EPOCH);
    }

    public static void store(ConfigurableApplicationContext context, String orderId, long sequence, String text) {
        context.getBean(EventStore.class)
                .publish(new GenericDomainEventMessage<>(
                        "order", orderId, sequence, note(orderId, text), MetaData.with(MetaKeys.ACTOR, "anna")));
    }

    @Bean
    Notes notes() {
        return new Notes();
    }

    @Bean
    Desk desk(EventStore store, JdbcClient jdbc) {
        return new Desk(store, jdbc);
    }

    @Autowired
    void processors(EventProcessingConfigurer events) {
        events.registerTrackingEventProcessor(
                "notes",
                org.axonframework.config.Configuration::eventStore,
                c -> TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                        .andBatchSize(50));
    }

    @ProcessingGroup("notes")
    public static class Notes {

        public final List<String> taken = new CopyOnWriteArrayList<>();
        final AtomicInteger failed = new AtomicInteger();
        final Map<String, RuntimeException> failures = new ConcurrentHashMap<>();
        final List<String> deadlines = new CopyOnWriteArrayList<>();

        @EventHandler
        void on(OrderNoteAdded event) {
            RuntimeException failure = failures.get(event.text());
            if (failure != null) {
                failed.incrementAndGet();
                throw failure;
            }
            taken.add(event.text());
        }

        @ResetHandler
        void reset() {
            taken.clear();
        }

        @DeadlineHandler
        void due(String payload) {
            deadlines.add(payload);
        }
    }

    /**
     * Stores a note a command; some texts are refused instead, "again" is told as the first one was, and "fail" fails
     * after all was written.
     */
    static class Desk {

        private final EventStore store;
        private final JdbcClient jdbc;

        Desk(EventStore store, JdbcClient jdbc) {
            this.store = store;
            this.jdbc = jdbc;
        }

        @CommandHandler
        Receipt handle(AddNote command, @MetaDataValue(MetaKeys.ACTOR) String actor) {
            if (command.text().equals("refuse")) {
                throw new Refused(new OrderCourseRefusal.OnHold("fraud check"));
            }
            if (command.text().equals("again")) {
                return Receipt.of(command.orderId(), 0).again();
            }
            if (command.text().equals("forbid")) {
                throw new Refused(MissingRole.of(Role.SUPERVISOR));
            }
            if (command.text().equals("busy")) {
                throw new Refused(new RequestInProgress("the first one"));
            }
            if (command.text().equals("nonsense")) {
                throw new Refused(new InvalidRequest(List.of(new Fault("/text", "NONSENSE", "It means nothing."))));
            }
            long version = store.lastSequenceNumberFor(command.orderId()).orElse(-1L) + 1;
            store.publish(new GenericDomainEventMessage<>(
                    "order",
                    command.orderId(),
                    version,
                    note(command.orderId(), command.text()),
                    MetaData.with(MetaKeys.ACTOR, actor)));
            if (command.text().equals("fail")) {
                jdbc.sql("insert into claimed_name values ('TEST', 'x', 'y')").update();
                throw new IllegalStateException("as asked");
            }
            return Receipt.of(command.orderId(), version);
        }

        @CommandHandler
        Receipt handle(CreateOrder command) {
            throw new ClassCastException("a bug");
        }
    }
}
