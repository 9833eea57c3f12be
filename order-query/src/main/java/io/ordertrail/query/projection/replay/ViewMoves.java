package io.ordertrail.query.projection.replay;

import io.ordertrail.axon.store.StoredTokens;
import io.ordertrail.axon.store.StoredTokens.Stored;
import io.ordertrail.query.projection.deadletter.ParkedTable;
import io.ordertrail.query.projection.fold.Batch;
import io.ordertrail.query.projection.fold.ReadModel;
import io.ordertrail.query.projection.position.Positions;
import io.ordertrail.query.projection.position.SharedViews;
import io.ordertrail.query.projection.replay.ReplayLog.Extent;
import io.ordertrail.query.projection.replay.ReplayLog.Unfinished;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Moves views between the shared processor and their own. Each move is one transaction, and holds the token of the
 * processor that it concerns: no batch is under way, whichever process runs it.
 *
 * <p>Emptying ends the present transaction in some databases (H2), so that rows may be gone when the process is killed.
 * So the row of the replay says first, in its own transaction, that the view is not whole and that nobody keeps it;
 * only with the new token it says that the view is being filled. A node that finds it in between empties the view once
 * more.
 */
public final class ViewMoves {

    private static final Logger LOG = LoggerFactory.getLogger(ViewMoves.class);

    /** Events; so far a view may be behind the others before they wait for it. */
    private static final long CLOSE = Batch.SIZE;

    private static final long LONGEST_WAIT_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private final Map<String, ReadModel<?>> models;
    private final SharedViews shared;
    private final StoredTokens tokens;
    private final ReplayLog log;
    private final ParkedTable parked;
    private final Positions positions;
    private final EventStore events;
    private final TransactionOperations transaction;

    /** @param models by name */
    public ViewMoves(
            Map<String, ReadModel<?>> models,
            SharedViews shared,
            StoredTokens tokens,
            ReplayLog log,
            ParkedTable parked,
            Positions positions,
            EventStore events,
            TransactionOperations transaction) {
        this.models = models;
        this.shared = shared;
        this.tokens = tokens;
        this.log = log;
        this.parked = parked;
        this.positions = positions;
        this.events = events;
        this.transaction = transaction;
    }

    /** Before the first event the shared processor can keep all views; later a new one has to be filled. */
    void begin(Collection<String> projections) {
        if (tokens.of(SharedViews.PROCESSOR).isEmpty()) {
            shared.add(projections);
            return;
        }
        Set<String> known = positions.all().keySet();
        projections.stream().filter(projection -> !known.contains(projection)).forEach(log::begin);
    }

    /** Empties a view, which its own processor is to fill. */
    void refill(Unfinished replay) {
        String projection = replay.projection();
        boolean out = Boolean.TRUE.equals(transaction.execute(status -> {
            tokens.lock(SharedViews.PROCESSOR);
            tokens.lock(projection);
            boolean empty = log.empty(replay);
            if (empty) {
                shared.remove(projection);
            }
            return empty;
        }));
        if (!out) {
            return;
        }
        Extent extent = new Extent(positions.count(), positions.start(), positions.head());
        transaction.executeWithoutResult(status -> {
            tokens.lock(projection);
            if (log.empty(replay)) {
                Objects.requireNonNull(models.get(projection), projection).clear();
                parked.clear(projection);
                tokens.put(projection, events.createTailToken());
                log.fill(replay, extent);
            }
        });
        LOG.info("{} is filled again: {}", projection, replay.replayId());
    }

    /** Whether the shared processor can wait for {@code projection}. */
    boolean isClose(String projection) {
        Map<String, Long> all = positions.all();
        return all.getOrDefault(SharedViews.PROCESSOR, -1L) - all.getOrDefault(projection, -1L) <= CLOSE;
    }

    /**
     * Gives a view that has processed what the others have back to the shared processor, which waits until it is so.
     *
     * @param stop stops the view's own processor, if it runs here
     */
    void join(String projection, Runnable stop) {
        transaction.executeWithoutResult(status -> {
            tokens.lock(SharedViews.PROCESSOR);
            long last = position(SharedViews.PROCESSOR);
            long end = System.nanoTime() + LONGEST_WAIT_NANOS;
            while (!covers(projection, last) && System.nanoTime() < end) {
                LockSupport.parkNanos(LOOK_AGAIN_NANOS);
            }
            if (covers(projection, last)) {
                stop.run();
                tokens.lock(projection);
                if (shared.isApart(projection)) {
                    shared.add(List.of(projection));
                    log.finish(projection);
                    LOG.info("{} has caught up", projection);
                }
            }
        });
    }

    /**
     * Deletes the own tokens of shared views, once the others have processed the same; whether none is left.
     *
     * @param members the shared views
     */
    boolean forget(Set<String> members) {
        List<Stored> ahead = tokens.all().stream()
                .filter(stored -> members.contains(stored.processor()))
                .toList();
        if (ahead.isEmpty()) {
            return true;
        }
        transaction.executeWithoutResult(status -> {
            tokens.lock(SharedViews.PROCESSOR);
            Set<String> still = shared.names();
            ahead.stream()
                    .filter(stored -> still.contains(stored.processor()))
                    .filter(stored -> covers(SharedViews.PROCESSOR, stored.position()))
                    .forEach(stored -> tokens.delete(stored.processor()));
        });
        return false;
    }

    private boolean covers(String processor, long last) {
        return tokens.of(processor).stream().anyMatch(stored -> tokens.covers(stored, last));
    }

    private long position(String processor) {
        return tokens.of(processor).stream()
                .mapToLong(Stored::position)
                .findFirst()
                .orElse(-1);
    }
}
