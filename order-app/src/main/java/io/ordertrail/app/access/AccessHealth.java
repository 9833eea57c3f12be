package io.ordertrail.app.access;

import java.util.Locale;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Says in which mode the service runs; it is up in both. */
@Component("securityHealthIndicator")
@ConditionalOnWebApplication
final class AccessHealth implements HealthIndicator {

    private final Access access;

    AccessHealth(Access access) {
        this.access = access;
    }

    @Override
    public Health health() {
        return Health.up()
                .withDetail("mode", access.mode().name().toLowerCase(Locale.ROOT))
                .build();
    }
}
