package io.ordertrail.query.projection;

import io.ordertrail.api.projection.ProjectionQuery.ListProjections;
import io.ordertrail.api.projection.Projections;
import io.ordertrail.axon.ErrorWatch;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;

/**
 * Whether read models are kept up to date: down where the processor of one has stopped, or has been failing for longer than a
 * bound. Parked events are told in numbers and are no reason to take the node out of service.
 */
final class ProjectionHealth implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectionHealth.class);

    private final ProjectionDesk desk;
    private final Map<String, ErrorWatch> errors;
    private final Duration bound;

    /**
     * @param errors one for each projection, by its name
     * @param bound so long a processor may fail
     */
    ProjectionHealth(ProjectionDesk desk, Map<String, ErrorWatch> errors, Duration bound) {
        this.desk = desk;
        this.errors = errors;
        this.bound = bound;
    }

    @Override
    public Health health() {
        try {
            List<Projections.Item> items = desk.list(new ListProjections()).items();
            boolean stopped = items.stream()
                    .anyMatch(item -> !item.running() || failing(item.name()).compareTo(bound) > 0);
            Health.Builder health = stopped ? Health.down() : Health.up();
            items.forEach(item -> health.withDetail(item.name(), details(item)));
            return health.build();
        } catch (DataAccessException e) {
            LOG.debug("Where projections stand cannot be read", e);
            return Health.down().build();
        }
    }

    private Map<String, Object> details(Projections.Item item) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("running", item.running());
        details.put("failingSeconds", failing(item.name()).toSeconds());
        details.put("lag", Math.max(0, item.head() - item.position()));
        details.put("parked", item.deadLetters());
        return details;
    }

    private Duration failing(String projection) {
        ErrorWatch watch = errors.get(projection);
        return watch == null ? Duration.ZERO : watch.failing();
    }
}
