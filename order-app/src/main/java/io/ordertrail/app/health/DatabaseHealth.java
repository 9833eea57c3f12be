package io.ordertrail.app.health;

import io.ordertrail.axon.database.DatabaseWatch;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * {@code db} in health and readiness, under the name by which Spring Boot leaves its own out: that one calls an H2
 * database that was closed valid, and waits for a connection of the pool if there is none.
 */
@Component("dbHealthIndicator")
final class DatabaseHealth implements HealthIndicator {

    private final ObjectProvider<DatabaseWatch> watch;

    DatabaseHealth(ObjectProvider<DatabaseWatch> watch) {
        this.watch = watch;
    }

    @Override
    public Health health() {
        DatabaseWatch watching = watch.getIfAvailable();
        if (watching == null) {
            return Health.unknown().build();
        }
        return (watching.isThere() ? Health.up() : Health.down()).build();
    }
}
