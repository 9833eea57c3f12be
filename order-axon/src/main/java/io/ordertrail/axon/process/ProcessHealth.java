package io.ordertrail.axon.process;

import io.ordertrail.api.process.Processes.Item;
import io.ordertrail.api.process.Processes.Sender;
import io.ordertrail.axon.health.CheckedHealth;
import io.ordertrail.axon.process.step.WaitingSteps;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.springframework.boot.health.contributor.Health;

/**
 * Whether processes go on: down where an event processor has stopped, or has been failing for longer than a bound. What
 * waits for people, parked events and stuck steps, is told in numbers and is no reason to take the node out of service.
 */
final class ProcessHealth extends CheckedHealth {

    private final ProcessBoard board;
    private final WaitingSteps steps;
    private final Duration bound;

    /** @param bound so long a processor may fail */
    ProcessHealth(ProcessBoard board, WaitingSteps steps, Duration bound) {
        this.board = board;
        this.steps = steps;
        this.bound = bound;
    }

    @Override
    protected Health check() {
        List<Item> items = board.items();
        boolean stopped = items.stream()
                .anyMatch(item -> !item.running() || board.failing(item.name()).compareTo(bound) > 0);
        List<Sender> senders = steps.counts();
        Health.Builder health = stopped ? Health.down() : Health.up();
        items.forEach(item -> health.withDetail(item.name(), details(item)));
        return health.withDetail("dueSteps", sum(senders, Sender::due))
                .withDetail("stuckSteps", sum(senders, Sender::stuck))
                .build();
    }

    private Map<String, Object> details(Item item) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("running", item.running());
        details.put("failingSeconds", board.failing(item.name()).toSeconds());
        details.put("lag", item.lag());
        details.put("parked", item.parked());
        return details;
    }

    private static long sum(List<Sender> senders, ToLongFunction<Sender> part) {
        return senders.stream().mapToLong(part).sum();
    }
}
