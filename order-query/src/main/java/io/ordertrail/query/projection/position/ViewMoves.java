package io.ordertrail.query.projection.position;

import io.ordertrail.axon.store.StoredTokens;
import io.ordertrail.axon.store.StoredTokens.Stored;
import io.ordertrail.query.projection.fold.Batch;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Gives views that failed where others did not back to the shared processor. Each move is one transaction, and holds
 * the token of the processor that it concerns: no batch is under way, whichever process runs it.
 */
public final class ViewMoves {

    private static final Logger LOG = LoggerFactory.getLogger(ViewMoves.class);

    /** Events; so far a view may be behind the others before they wait for it. */
    private static final long CLOSE = Batch.SIZE;

    private static final long LONGEST_WAIT_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private final SharedViews shared;
    private final StoredTokens tokens;
    private final Positions positions;
    private final TransactionOperations transaction;

    public ViewMoves(SharedViews shared, StoredTokens tokens, Positions positions, TransactionOperations transaction) {
        this.shared = shared;
        this.tokens = tokens;
        this.positions = positions;
        this.transaction = transaction;
    }

    /** Whether the shared processor can wait for {@code projection}. */
    public boolean isClose(String projection) {
        Map<String, Long> all = positions.all();
        return all.getOrDefault(SharedViews.PROCESSOR, -1L) - all.getOrDefault(projection, -1L) <= CLOSE;
    }

    /**
     * Gives a view that has processed what the others have back to the shared processor, which waits until it is so.
     *
     * @param stop stops the view's own processor, if it runs here
     */
    public void join(String projection, Runnable stop) {
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
    public boolean forget(Set<String> members) {
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
