package io.ordertrail.command.chain;

import io.ordertrail.api.audit.ChainState;
import io.ordertrail.axon.health.CheckedHealth;
import org.springframework.boot.health.contributor.Health;

/** How far the chain is; down where it cannot go on. */
final class ChainHealth extends CheckedHealth {

    private final ChainStatus status;
    private final Checkpoints checkpoints;

    ChainHealth(ChainStatus status, Checkpoints checkpoints) {
        this.status = status;
        this.checkpoints = checkpoints;
    }

    @Override
    protected Health check() {
        ChainState now = status.now();
        Health.Builder health = now.failing() ? Health.down() : Health.up();
        health.withDetail("chained", now.chained());
        if (now.chained()) {
            health.withDetail("events", now.events()).withDetail("lag", now.lag());
            checkpoints
                    .newest()
                    .ifPresent(last -> health.withDetail("checkpoint", last.sequence())
                            .withDetail("checkpointAt", last.at().toString()));
        }
        return health.build();
    }
}
