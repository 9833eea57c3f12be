package io.ordertrail.simulation;

import io.ordertrail.api.message.Refusal;
import io.ordertrail.api.message.Refused;
import io.ordertrail.axon.message.Dispatch;
import io.ordertrail.axon.message.RequestContext;
import io.ordertrail.axon.process.step.SimulatedProcesses;
import io.ordertrail.command.kernel.AggregateRepository;
import io.ordertrail.command.payment.provider.SimulatedWorker;
import io.ordertrail.query.projection.SimulatedProjections;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The service in one process, without a thread of its own: the real beans over H2 in memory. */
final class SimulatedNode implements AutoCloseable {

    private static final List<String> KEPT = List.of(
            "flyway",
            "schema_history",
            "personal_key",
            "key_database",
            "service_secret",
            "service_key",
            "view_generation",
            "chain_head");

    final SimulatedClock clock;
    final Bank bank;
    final SimulatedProcesses processes;
    final SimulatedWorker worker;
    final SimulatedProjections projections;
    final JdbcClient jdbc;
    private final ConfigurableApplicationContext context;
    private final Dispatch dispatch;
    private final EventStorageEngine storage;
    private final List<String> tables;
    private BiConsumer<Object, MetaData> way;

    SimulatedNode(ConfigurableApplicationContext started) {
        context = started;
        clock = (SimulatedClock) context.getBean(Clock.class);
        bank = context.getBean(Bank.class);
        jdbc = context.getBean(JdbcClient.class);
        dispatch = context.getBean(Dispatch.class);
        storage = context.getBean(EventStorageEngine.class);
        way = this::send;
        processes = new SimulatedProcesses(context.getBeanFactory(), (command, asked) -> way.accept(command, asked));
        context.getBean(SimulatedCommands.class).sendBy((command, asked) -> way.accept(command, asked));
        worker = new SimulatedWorker(context.getBeanFactory());
        projections = new SimulatedProjections(context.getBeanFactory());
        tables = jdbc
                .sql("select table_name from information_schema.tables where table_schema = 'public'"
                        + " and table_type = 'BASE TABLE'")
                .query(String.class)
                .list()
                .stream()
                .filter(table -> KEPT.stream().noneMatch(table::contains))
                .toList();
    }

    /** Whatever was stored is gone. */
    void empty() {
        for (String table : tables) {
            jdbc.sql("truncate table " + table + " restart identity").update();
        }
        jdbc.sql("alter sequence order_number_seq restart with 1").update();
        clock.reset();
        bank.reset();
        projections.reset();
        context.getBeansOfType(AggregateRepository.class)
                .values()
                .forEach(repository -> repository.remember(context.getBean(EventStore.class)));
        way = this::send;
    }

    /** How steps are sent from now on. */
    void sendStepsBy(BiConsumer<Object, MetaData> other) {
        way = other;
    }

    void send(Object command, MetaData asked) {
        dispatch.send(command, asked, Object.class);
    }

    /** What a client is told: nothing where it was accepted. */
    Optional<Refusal> ask(Object command, RequestContext by) {
        try {
            dispatch.send(command, by, Object.class);
            return Optional.empty();
        } catch (Refused no) {
            return Optional.of(no.refusal());
        }
    }

    <R> R query(Object query, Class<R> answer, RequestContext by) {
        return dispatch.ask(query, by, answer);
    }

    /** What was stored after {@code position}. */
    List<TrackedEventMessage<?>> eventsAfter(long position) {
        List<TrackedEventMessage<?>> found = new ArrayList<>();
        // One look at an index, where nothing was stored.
        if (last() == position) {
            return found;
        }
        try (var stream = storage.readEvents(GapAwareTrackingToken.newInstance(position, Set.of()), false)) {
            stream.forEach(found::add);
        }
        return found;
    }

    /** The ids of all orders. */
    Stream<String> orders() {
        return jdbc
                .sql("select distinct aggregate_id from domain_event where aggregate_type = 'order' order by 1")
                .query(String.class)
                .list()
                .stream();
    }

    private long last() {
        return jdbc.sql("select coalesce(max(global_index), 0) from domain_event")
                .query(Long.class)
                .single();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
