package io.ordertrail.axon.health;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Down where it cannot be checked, whatever the reason: health is asked for when something is away, and has to answer
 * then.
 */
public abstract class CheckedHealth implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(CheckedHealth.class);

    @Override
    public final Health health() {
        try {
            return check();
        } catch (RuntimeException e) {
            LOG.debug("{} cannot be checked", getClass().getSimpleName(), e);
            return Health.down().build();
        }
    }

    /** May fail. */
    protected abstract Health check();
}
