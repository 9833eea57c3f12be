package io.ordertrail.query.projection.rebuild;

import io.ordertrail.axon.store.ProcessedPositions;
import io.ordertrail.axon.store.StoredTokens;
import io.ordertrail.axon.store.StoredTokens.Stored;
import io.ordertrail.axon.thread.UninterruptedThread;
import io.ordertrail.query.projection.fold.ReadModel;
import io.ordertrail.query.projection.generation.Generation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;

/** Fills a generation by as many workers as it has shares, each of other streams. How many was said when it began. */
final class Fillers {

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

    /** See {@link Filler#fill}; it ends when all have ended. */
    void fill(ReadModel<?> model, Generation generation, ProcessedPositions target, Consumer<Duration> between)
            throws InterruptedException {
        List<Stored> shares = tokens.of(generation.processor());
        if (shares.size() == 1) {
            filler.fill(model, generation, new Share(0, 1), target, between);
            return;
        }
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (Stored stored : shares) {
            Share share = new Share(stored.segment(), shares.size());
            CompletableFuture<Void> done = new CompletableFuture<>();
            all.add(done);
            THREADS.newThread(() -> fill(model, generation, share, target, between, done))
                    .start();
        }
        try {
            CompletableFuture.allOf(all.toArray(CompletableFuture<?>[]::new)).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private void fill(
            ReadModel<?> model,
            Generation generation,
            Share share,
            ProcessedPositions target,
            Consumer<Duration> between,
            CompletableFuture<Void> done) {
        try {
            filler.fill(model, generation, share, target, between);
            done.complete(null);
        } catch (InterruptedException | RuntimeException e) {
            done.completeExceptionally(e);
        }
    }
}
