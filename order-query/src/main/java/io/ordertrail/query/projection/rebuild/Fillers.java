package io.ordertrail.query.projection.rebuild;

import io.ordertrail.axon.store.ProcessedPositions;
import io.ordertrail.axon.store.StoredTokens;
import io.ordertrail.axon.store.StoredTokens.Stored;
import io.ordertrail.axon.thread.UninterruptedThread;
import io.ordertrail.query.projection.fold.Batch;
import io.ordertrail.query.projection.fold.ReadModel;
import io.ordertrail.query.projection.generation.Generation;
import io.ordertrail.query.projection.position.SharedViews;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadFactory;

/** Fills a generation by as many workers as it has shares, each of other streams. How many was said when it began. */
final class Fillers {

    /**
     * Events that the views may wait for: more than are stored in the longest pause of {@link Pace}, beside full load.
     */
    private static final int CLOSE = 2_000;

    private static final ThreadFactory THREADS = UninterruptedThread.of("rebuild-share");

    private final Filler filler;
    private final StoredTokens tokens;
    private final RebuildProperties properties;

    Fillers(Filler filler, StoredTokens tokens, RebuildProperties properties) {
        this.filler = filler;
        this.tokens = tokens;
        this.properties = properties;
    }

    void begin(ReadModel<?> model, Generation generation) {
        filler.begin(generation, properties.workersOf(model.isDivisible()));
    }

    /** What the live rows hold. */
    ProcessedPositions live() {
        return tokens.processed(SharedViews.PROCESSOR);
    }

    /**
     * Fills it until it is not far behind what is live; at last without a pause, so that the views need not wait for
     * long when they stand still.
     */
    void catchUp(ReadModel<?> model, Generation generation, Between between) {
        catchUp(model, generation, CLOSE, between);
        catchUp(model, generation, Batch.SIZE, (events, worked) -> {});
    }

    private void catchUp(ReadModel<?> model, Generation generation, int close, Between between) {
        ProcessedPositions target;
        do {
            target = live();
            fill(model, generation, target, between);
        } while (live().last() - target.last() > close);
    }

    /** See {@link Filler#fill}; it ends when all have ended. */
    void fill(ReadModel<?> model, Generation generation, ProcessedPositions target, Between between) {
        List<Stored> shares = tokens.of(generation.processor());
        try {
            CompletableFuture.allOf(shares.stream()
                            .map(stored -> new Share(stored.segment(), shares.size()))
                            .map(share -> CompletableFuture.runAsync(
                                    () -> filler.fill(model, generation, share, target, between),
                                    work -> start(work, shares.size())))
                            .toArray(CompletableFuture<?>[]::new))
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** One share needs no thread of its own. */
    private static void start(Runnable work, int shares) {
        if (shares == 1) {
            work.run();
        } else {
            THREADS.newThread(work).start();
        }
    }
}
