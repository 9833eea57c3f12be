package io.ordertrail.app.health;

import io.micrometer.core.instrument.MeterRegistry;
import io.ordertrail.api.audit.AuditQuery.GetChainState;
import io.ordertrail.api.audit.ChainState;
import io.ordertrail.api.message.Role;
import io.ordertrail.api.process.ProcessQuery.ListProcesses;
import io.ordertrail.api.process.Processes;
import io.ordertrail.api.projection.ProjectionQuery.ListProjections;
import io.ordertrail.api.projection.Projections;
import io.ordertrail.axon.message.Dispatch;
import io.ordertrail.axon.message.RequestContext;
import io.ordertrail.axon.thread.UninterruptedTimer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Queries the positions of projections and processes regularly, on whatever node they run, and sets the meters. */
final class MeterReader {

    private static final Logger LOG = LoggerFactory.getLogger(MeterReader.class);
    private static final RequestContext METRICS =
            new RequestContext("metrics", List.of(Role.SERVICE.name()), "metrics", "metrics", null, null);

    private final Dispatch dispatch;
    private final Meters meters;
    private final Duration every;
    private final UninterruptedTimer timer = new UninterruptedTimer(1, "meters");

    MeterReader(Dispatch dispatch, MeterRegistry registry, Duration every) {
        this.dispatch = dispatch;
        this.meters = new Meters(registry);
        this.every = every;
    }

    void begin() {
        timer.scheduleWithFixedDelay(this::read, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    void end() {
        timer.shutdown();
    }

    private void read() {
        quietly(() -> meters.set(dispatch.ask(new ListProjections(), METRICS, Projections.class)));
        quietly(() -> meters.set(dispatch.ask(new ListProcesses(), METRICS, Processes.class)));
        quietly(() -> meters.set(dispatch.ask(new GetChainState(), METRICS, ChainState.class)));
    }

    /** Where one side is away the meters of the other are set all the same. */
    private static void quietly(Runnable reading) {
        try {
            reading.run();
        } catch (RuntimeException e) {
            LOG.debug("Meters cannot be read now", e);
        }
    }
}
