package io.ordertrail.axon.health;

import java.util.Map;
import java.util.function.Supplier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * {@code axonServer} in health and readiness: down while this node has no connection to it. The connector finds it
 * again by itself.
 */
public final class AxonServerHealth implements HealthIndicator {

    private final Supplier<Map<String, Boolean>> connections;

    /** @param connections whether there is one, by the name of the context */
    AxonServerHealth(Supplier<Map<String, Boolean>> connections) {
        this.connections = connections;
    }

    @Override
    public Health health() {
        Map<String, Boolean> now = connections.get();
        boolean all = !now.isEmpty() && now.values().stream().allMatch(Boolean::booleanValue);
        Health.Builder health = all ? Health.up() : Health.down();
        now.forEach((context, connected) -> health.withDetail(context, connected ? "connected" : "not connected"));
        return health.build();
    }
}
