package io.ordertrail.query.projection.rebuild;

import io.ordertrail.axon.thread.UninterruptedPool;
import io.ordertrail.axon.thread.UninterruptedTimer;
import io.ordertrail.query.projection.deadletter.ErrorWord;
import io.ordertrail.query.projection.generation.Generation;
import io.ordertrail.query.projection.generation.GenerationState;
import io.ordertrail.query.projection.generation.Generations;
import io.ordertrail.query.projection.generation.TableNames;
import io.ordertrail.query.projection.generation.ViewSql;
import io.ordertrail.query.projection.position.ProgressSignal;
import io.ordertrail.query.projection.position.SharedViews;
import io.ordertrail.query.projection.position.ViewMoves;
import io.ordertrail.query.projection.table.Provable;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after the views that are not kept by the shared processor, and does the requested rebuilds where this process
 * runs that processor, one after the other. Any process may have accepted the request; so while there can be others,
 * and while something is under way, it looks again and again.
 */
public final class Rebuilder {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuilder.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Configuration axon;
    private final Map<String, Provable<?>> models;
    private final SharedViews shared;
    private final ViewSql sql;
    private final Generations generations;
    private final RebuildLog log;
    private final ViewMoves moves;
    private final OldGenerations old;
    private final RebuildJob job;
    private final Pace pace;
    private final ProgressSignal progress;
    private final boolean alone;
    private final UninterruptedTimer timer = new UninterruptedTimer(1, "rebuilds");
    private final UninterruptedPool pool = UninterruptedPool.fixed(1, "rebuild");
    private final Set<String> atWork = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean planned = new AtomicBoolean();

    /**
     * @param models by name
     * @param alone whether no other process can use the database
     */
    Rebuilder(
            Configuration axon,
            Map<String, Provable<?>> models,
            SharedViews shared,
            ViewSql sql,
            Generations generations,
            RebuildLog log,
            ViewMoves moves,
            OldGenerations old,
            RebuildJob job,
            Pace pace,
            ProgressSignal progress,
            boolean alone) {
        this.axon = axon;
        this.models = models;
        this.shared = shared;
        this.sql = sql;
        this.generations = generations;
        this.log = log;
        this.moves = moves;
        this.old = old;
        this.job = job;
        this.pace = pace;
        this.progress = progress;
        this.alone = alone;
    }

    /** Before the event processors start. */
    public void begin() {
        models.keySet().stream().filter(this::isMissing).forEach(log::need);
        shared.whenLeft(this::soon);
        again();
    }

    /** Whether there are no rows that this release can read. */
    private boolean isMissing(String projection) {
        return generations
                .of(projection, GenerationState.LIVE)
                .filter(Generation::isOwn)
                .isEmpty();
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

    /** Ends what is under way after its present batch; a view that is being rebuilt goes on at the next start. */
    public void end() {
        pace.end();
        timer.shutdown();
        try {
            if (!timer.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS) || !pool.end(PATIENCE)) {
                LOG.warn("A view is still being rebuilt after {}", PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOG.warn("Interrupted while a view is being rebuilt", e);
        }
        models.keySet().forEach(projection -> stop(processor(projection)));
    }

    private void look() {
        boolean settled = false;
        try {
            Set<String> members = shared.names();
            Map<String, UnfinishedRebuild> rebuilds = log.unfinished();
            TableNames live = sql.live();
            // Else another process has the shared processor, or nobody yet.
            boolean here = !processor(SharedViews.PROCESSOR).processingStatus().isEmpty();
            if (rebuilds.values().stream().anyMatch(rebuild -> rebuild.wish() != Wish.PAUSE)) {
                progress.tell();
            }
            settled = here && moves.forget(members) && rebuilds.isEmpty();
            if (here) {
                rebuilds.values().forEach(this::begin);
                settled &= old.drop();
            }
            for (String projection : models.keySet()) {
                settled &= lookAt(projection, members.contains(projection), live.has(projection), here);
            }
        } catch (RuntimeException e) {
            LOG.warn("Could not look after the views; the next look follows", e);
        }
        if (!alone || !settled) {
            again();
        }
    }

    private void begin(UnfinishedRebuild rebuild) {
        Provable<?> model = models.get(rebuild.projection());
        if (model != null && rebuild.wish() != Wish.PAUSE && atWork.add(rebuild.projection())) {
            pool.execute(() -> work(model));
        }
    }

    private void work(Provable<?> model) {
        String projection = model.name();
        try {
            // As it is now: it may have waited for long.
            Optional<UnfinishedRebuild> rebuild = log.unfinished(projection);
            if (rebuild.isPresent()) {
                job.run(model, rebuild.get(), pace, () -> stop(processor(projection)));
            }
        } catch (RebuildStopped e) {
            LOG.info("The rebuild of {} stops", projection);
        } catch (RuntimeException e) {
            LOG.warn("The rebuild of {} failed; it is tried again", projection, e);
            log.fail(projection, ErrorWord.of(e));
        } finally {
            atWork.remove(projection);
            again();
        }
    }

    /** Whether {@code projection} is, and stays, where it belongs. */
    private boolean lookAt(String projection, boolean member, boolean live, boolean here) {
        TrackingEventProcessor own = processor(projection);
        try {
            if (member || !live) {
                stop(own);
                return member;
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
