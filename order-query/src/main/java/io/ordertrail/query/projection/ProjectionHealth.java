package io.ordertrail.query.projection;

import io.ordertrail.api.projection.Projections.Item;
import io.ordertrail.axon.health.CheckedHealth;
import io.ordertrail.axon.health.ErrorWatch;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;

/**
 * Whether views are kept up to date: down if a processor has stopped, or has been failing for longer than a bound.
 * Parked events and rebuilds are shown, but they are no reason to take the node out of service.
 */
final class ProjectionHealth extends CheckedHealth {

    private final ProjectionBoard board;
    private final Map<String, ErrorWatch> errors;
    private final Duration bound;

    /**
     * @param errors one for each event processor, by its name
     * @param bound so long a processor may fail
     */
    ProjectionHealth(ProjectionBoard board, Map<String, ErrorWatch> errors, Duration bound) {
        this.board = board;
        this.errors = errors;
        this.bound = bound;
    }

    @Override
    protected Health check() {
        List<Item> items = board.items();
        boolean stopped = items.stream()
                .anyMatch(item -> !item.running() || failing(item.name()).compareTo(bound) > 0);
        Health.Builder health = stopped ? Health.down() : Health.up();
        health.withDetail("parked", items.stream().mapToLong(Item::deadLetters).sum())
                .withDetail(
                        "rebuilding",
                        items.stream().filter(item -> item.rebuild() != null).count());
        items.forEach(item -> health.withDetail(item.name(), details(item)));
        return health.build();
    }

    private Map<String, Object> details(Item item) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("running", item.running());
        details.put("failingSeconds", failing(item.name()).toSeconds());
        details.put("lag", item.lag());
        details.put("parked", item.deadLetters());
        if (item.error() != null) {
            details.put("error", item.error().name());
        }
        if (item.rebuild() != null) {
            details.put("rebuild", item.rebuild().status().name());
        }
        return details;
    }

    private Duration failing(String projection) {
        ErrorWatch watch = errors.get(board.keeper(projection).getName());
        return watch == null ? Duration.ZERO : watch.failing();
    }
}
