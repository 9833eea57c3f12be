package io.ordertrail.query.projection.replay;

import io.ordertrail.axon.thread.UninterruptedTimer;
import io.ordertrail.query.projection.deadletter.ParkedTable;
import io.ordertrail.query.projection.position.Positions;
import io.ordertrail.query.projection.replay.ReplayLog.Extent;
import io.ordertrail.query.projection.replay.ReplayLog.Unfinished;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Begins the requested replays, if this process keeps the projection. Any process may have accepted the request, so it
 * looks for wishes again and again.
 *
 * <p>Emptying ends the present transaction in some databases (H2), so that rows may be gone while the token is still at
 * the end when the process is killed. So the row of the replay says first, in its own transaction, that the view is not
 * whole; only with the token reset it says that the view is being filled. A node that finds it in between empties the
 * view once more.
 */
public final class Replayer {

    private static final Logger LOG = LoggerFactory.getLogger(Replayer.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Configuration axon;
    private final ReplayLog log;
    private final Positions positions;
    private final ParkedTable parked;
    private final TransactionOperations transaction;
    private final UninterruptedTimer timer = new UninterruptedTimer(1, "replays");
    private volatile String emptying = "";

    public Replayer(
            Configuration axon,
            ReplayLog log,
            Positions positions,
            ParkedTable parked,
            TransactionOperations transaction) {
        this.axon = axon;
        this.log = log;
        this.positions = positions;
        this.parked = parked;
        this.transaction = transaction;
    }

    public void begin() {
        timer.scheduleWithFixedDelay(this::look, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Looks for wishes at once: there is a new one. */
    public void soon() {
        try {
            timer.execute(this::look);
        } catch (RejectedExecutionException e) {
            LOG.debug("The process ends; another one, or its next life, will do the replay", e);
        }
    }

    /** Begins no more replays, and ends the one that is under way. */
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
    }

    /** Whether {@code projection} does not move at this moment because it is being emptied here. */
    public boolean isEmptying(String projection) {
        return emptying.equals(projection);
    }

    private void look() {
        try {
            log.waiting()
                    .forEach(replay -> processor(replay.projection())
                            .filter(Replayer::isKeptHere)
                            .ifPresent(processor -> replay(replay, processor)));
        } catch (RuntimeException e) {
            LOG.warn("Could not look for replays; the next look follows", e);
        }
    }

    /** A processor that is to work here and has, or can have, the one segment. */
    private static boolean isKeptHere(TrackingEventProcessor processor) {
        Map<Integer, EventTrackerStatus> segments = processor.processingStatus();
        return processor.isRunning() && !segments.isEmpty();
    }

    private void replay(Unfinished replay, TrackingEventProcessor processor) {
        emptying = replay.projection();
        try {
            processor.shutDown();
            log.empty(replay);
            Extent extent = new Extent(positions.count(), positions.start(), positions.head());
            transaction.executeWithoutResult(status -> {
                parked.clear(replay.projection());
                processor.resetTokens();
                log.fill(replay, extent);
            });
            LOG.info("{} is filled again: {}", replay.projection(), replay.replayId());
        } catch (RuntimeException e) {
            // Another process has taken over meanwhile, and does it; or this one tries again.
            LOG.warn("{} cannot be emptied now", replay.projection(), e);
        } finally {
            processor.start();
            emptying = "";
        }
    }

    private Optional<TrackingEventProcessor> processor(String name) {
        return axon.eventProcessingConfiguration().eventProcessor(name, TrackingEventProcessor.class);
    }
}
