package io.ordertrail.axon.process;

import io.ordertrail.api.process.Processes;
import io.ordertrail.api.process.Processes.Item;
import io.ordertrail.axon.ErrorWatch;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where the processes stand, in the event store's counting. */
public final class ProcessBoard {

    private static final long BEFORE_THE_FIRST = -1;

    private final Configuration axon;
    private final JdbcClient jdbc;
    private final Serializer serializer;
    private final EventStore events;
    private final ParkedTable parked;
    private final WaitingSteps steps;
    private final Map<String, ErrorWatch> errors;

    /** @param errors one for each name of an event processor */
    ProcessBoard(
            Configuration axon,
            JdbcClient jdbc,
            Serializer serializer,
            EventStore events,
            ParkedTable parked,
            WaitingSteps steps,
            Map<String, ErrorWatch> errors) {
        this.axon = axon;
        this.jdbc = jdbc;
        this.serializer = serializer;
        this.events = events;
        this.parked = parked;
        this.steps = steps;
        this.errors = errors;
    }

    public Processes processes() {
        return new Processes(items(), steps.counts());
    }

    /** Whether {@code name} is that of an event processor of processes. */
    public boolean knows(String name) {
        return errors.containsKey(name);
    }

    List<Item> items() {
        long head = position(events.createHeadToken());
        return errors.keySet().stream().sorted().map(name -> item(name, head)).toList();
    }

    /** How long it has been failing here; zero where it does not. */
    Duration failing(String name) {
        ErrorWatch watch = errors.get(name);
        return watch == null ? Duration.ZERO : watch.failing();
    }

    private boolean isFailing(String name) {
        ErrorWatch watch = errors.get(name);
        return watch != null && watch.isFailing();
    }

    private Item item(String name, long head) {
        long position = position(name);
        ParkedTable.Count count = parked.count(name);
        return new Item(
                name,
                axon.eventProcessingConfiguration()
                        .eventProcessor(name)
                        .map(EventProcessor::isRunning)
                        .orElse(false),
                isFailing(name),
                position,
                head,
                Math.max(0, head - position),
                count.events(),
                count.subjects());
    }

    /** Of the segment that is the least far. Axon's own store would claim the tokens that we only look at. */
    private long position(String name) {
        return jdbc
                .sql("select token, token_type from token_entry where processor_name = ?")
                .param(name)
                .query((row, n) -> row.getBytes(1) == null
                        ? BEFORE_THE_FIRST
                        : position(serializer.<byte[], TrackingToken>deserialize(
                                new SimpleSerializedObject<>(row.getBytes(1), byte[].class, row.getString(2), null))))
                .list()
                .stream()
                .mapToLong(Long::longValue)
                .min()
                .orElse(BEFORE_THE_FIRST);
    }

    private static long position(@Nullable TrackingToken token) {
        return token == null ? BEFORE_THE_FIRST : token.position().orElse(BEFORE_THE_FIRST);
    }
}
