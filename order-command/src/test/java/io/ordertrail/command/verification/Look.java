package io.ordertrail.command.verification;

import io.ordertrail.api.verification.Verification.Check;
import io.ordertrail.axon.store.PassListener;
import io.ordertrail.command.order.Database;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One look at events in memory and at tables that the test fills. */
public final class Look {

    public static final Instant AT = Instant.parse("2026-11-22T08:00:00Z");

    private static final String[] TABLES = {"scheduled_tasks", "process_step", "dead_letter", "sandbox_operation"};

    private final JdbcClient jdbc = Database.empty();
    private final InMemoryEventStorageEngine engine = new InMemoryEventStorageEngine();
    private final Map<String, Long> versions = new HashMap<>();

    public Look() {
        for (String table : TABLES) {
            jdbc.sql("delete from " + table).update();
        }
    }

    public void store(String id, Object... events) {
        for (Object event : events) {
            long version = versions.merge(id, 0L, (before, none) -> before + 1);
            engine.appendEvents(new GenericDomainEventMessage<>("any", id, version, event));
        }
    }

    public void insert(String sql, Object... values) {
        jdbc.sql(sql).params(values).update();
    }

    /** What the onlooker that {@code of} makes has found: each check's breaches. */
    public List<List<String>> found(BiFunction<JdbcClient, EventStore, EventCheck> of) {
        return found(of, () -> {});
    }

    /** @param meanwhile is done between the pass over the events and the look at the tables */
    public List<List<String>> found(BiFunction<JdbcClient, EventStore, EventCheck> of, Runnable meanwhile) {
        return checks(of, meanwhile).stream().map(Check::examples).toList();
    }

    public List<Check> checks(BiFunction<JdbcClient, EventStore, EventCheck> of, Runnable meanwhile) {
        EmbeddedEventStore store =
                EmbeddedEventStore.builder().storageEngine(engine).build();
        try {
            EventCheck onlooker = of.apply(jdbc, store);
            EventScan events = new EventScan(List.of(onlooker));
            EventLog.of(engine, PassListener.NOBODY).forEach(events);
            meanwhile.run();
            return onlooker.checks(events).toList();
        } finally {
            store.shutDown();
        }
    }
}
