package io.ordertrail.axon.process;

import io.ordertrail.api.process.Processes;
import io.ordertrail.api.process.Processes.Item;
import io.ordertrail.axon.health.ErrorWatch;
import io.ordertrail.axon.process.parked.ParkedTable;
import io.ordertrail.axon.process.step.WaitingSteps;
import io.ordertrail.axon.store.StoredTokens;
import io.ordertrail.axon.store.TokenPosition;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Where the processes stand, in the event store's counting. */
public final class ProcessBoard {

    private final Configuration axon;
    private final StoredTokens tokens;
    private final EventStore events;
    private final ParkedTable parked;
    private final WaitingSteps steps;
    private final Map<String, ErrorWatch> errors;

    /** @param errors one for each name of an event processor */
    ProcessBoard(
            Configuration axon,
            StoredTokens tokens,
            EventStore events,
            ParkedTable parked,
            WaitingSteps steps,
            Map<String, ErrorWatch> errors) {
        this.axon = axon;
        this.tokens = tokens;
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
        long head = TokenPosition.of(events.createHeadToken());
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
        long position = tokens.position(name).orElse(TokenPosition.BEFORE_THE_FIRST);
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
}
