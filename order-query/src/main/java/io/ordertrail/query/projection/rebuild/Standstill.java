package io.ordertrail.query.projection.rebuild;

import io.ordertrail.axon.store.StoredTokens;
import io.ordertrail.query.projection.position.SharedViews;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * A moment in which no view changes, whichever process keeps it. It is held by a transaction of another thread, so that
 * the one that wanted it can begin to read and let it go while it goes on reading.
 */
final class Standstill implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final CompletableFuture<Void> held = new CompletableFuture<>();
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private final Thread holder;

    /** @throws UnableToClaimTokenException it was not to be had in time */
    Standstill(StoredTokens tokens, TransactionOperations transaction) {
        holder = new Thread(() -> hold(tokens, transaction), "views-stand-still");
        holder.setDaemon(true);
        holder.start();
        try {
            held.orTimeout(LONGEST.toSeconds(), TimeUnit.SECONDS).join();
        } catch (RuntimeException e) {
            over.complete(null);
            throw new UnableToClaimTokenException("The views do not stand still", e);
        }
    }

    private void hold(StoredTokens tokens, TransactionOperations transaction) {
        try {
            transaction.executeWithoutResult(status -> {
                tokens.lock(SharedViews.PROCESSOR);
                held.complete(null);
                over.completeOnTimeout(null, LONGEST.toSeconds(), TimeUnit.SECONDS)
                        .join();
            });
        } catch (RuntimeException e) {
            held.completeExceptionally(e);
        }
    }

    @Override
    public void close() {
        end();
    }

    /** The views go on. */
    void end() {
        over.complete(null);
        try {
            holder.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
