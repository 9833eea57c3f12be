package io.ordertrail.query.projection.replay;

import io.ordertrail.axon.thread.UninterruptedTimer;
import io.ordertrail.query.projection.position.SharedViews;
import io.ordertrail.query.projection.replay.ReplayLog.Unfinished;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after the views that are not kept by the shared processor, and begins the requested replays where this process
 * runs that processor. Any process may have accepted the request; so while there can be others, and while something is
 * under way, it looks again and again.
 */
public final class Replayer {

    private static final Logger LOG = LoggerFactory.getLogger(Replayer.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Configuration axon;
    private final Collection<String> projections;
    private final SharedViews shared;
    private final ReplayLog log;
    private final ViewMoves moves;
    private final boolean alone;
    private final UninterruptedTimer timer = new UninterruptedTimer(1, "replays");
    private final AtomicBoolean planned = new AtomicBoolean();

    /** @param alone whether no other process can use the database */
    public Replayer(
            Configuration axon,
            Collection<String> projections,
            SharedViews shared,
            ReplayLog log,
            ViewMoves moves,
            boolean alone) {
        this.axon = axon;
        this.projections = projections;
        this.shared = shared;
        this.log = log;
        this.moves = moves;
        this.alone = alone;
    }

    /** Before the event processors start. */
    public void begin() {
        moves.begin(projections);
        shared.whenLeft(this::soon);
        again();
    }

    /** Looks at once: there is something new. */
    public void soon() {
        try {
            timer.execute(this::look);
        } catch (RejectedExecutionException e) {
            LOG.debug("The process ends; another one, or its next life, will do it", e);
        }
    }

    private void again() {
        if (planned.getAndSet(true)) {
            return;
        }
        try {
            timer.schedule(
                    () -> {
                        planned.set(false);
                        look();
                    },
                    EVERY.toMillis(),
                    TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("The process ends", e);
        }
    }

    /**
     * Moves no more views, and ends the move that is under way; a view that is being filled goes on at the next start.
     */
    public void end() {
        timer.shutdown();
        try {
            if (!timer.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("A view is still being emptied after {}", PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOG.warn("Interrupted while a view is being emptied", e);
        }
        projections.forEach(projection -> stop(processor(projection)));
    }

    private void look() {
        boolean settled = false;
        try {
            Set<String> members = shared.names();
            Map<String, Unfinished> replays = log.unfinished();
            // Else another process has the shared processor, or nobody yet.
            boolean here = !processor(SharedViews.PROCESSOR).processingStatus().isEmpty();
            settled = here && moves.forget(members);
            for (String projection : projections) {
                settled &= lookAt(projection, members.contains(projection), replays.get(projection), here);
            }
        } catch (RuntimeException e) {
            LOG.warn("Could not look after the views; the next look follows", e);
        }
        if (!alone || !settled) {
            again();
        }
    }

    /** Whether {@code projection} is, and stays, where it belongs. */
    private boolean lookAt(String projection, boolean member, @Nullable Unfinished replay, boolean here) {
        TrackingEventProcessor own = processor(projection);
        try {
            if (replay != null && !replay.filling()) {
                if (here) {
                    stop(own);
                    moves.refill(replay);
                    start(own);
                }
                return false;
            }
            if (member) {
                stop(own);
                return true;
            }
            start(own);
            if (here && moves.isClose(projection)) {
                moves.join(projection, () -> stop(own));
            }
        } catch (RuntimeException e) {
            LOG.warn("{} stays where it is; the next look follows", projection, e);
        }
        return false;
    }

    private static void stop(TrackingEventProcessor processor) {
        if (processor.isRunning()) {
            processor.shutDown();
        }
    }

    private static void start(TrackingEventProcessor processor) {
        if (!processor.isRunning()) {
            processor.start();
        }
    }

    private TrackingEventProcessor processor(String name) {
        return axon.eventProcessingConfiguration()
                .eventProcessor(name, TrackingEventProcessor.class)
                .orElseThrow();
    }
}
