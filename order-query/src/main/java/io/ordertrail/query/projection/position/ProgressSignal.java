package io.ordertrail.query.projection.position;

import java.util.concurrent.CompletableFuture;

/** Where somebody waits for the progress of rebuilds, of which no event tells. */
public final class ProgressSignal {

    private volatile CompletableFuture<Void> next = new CompletableFuture<>();

    /** A view is being rebuilt; to be told again and again while it is. */
    public void tell() {
        CompletableFuture<Void> told = next;
        next = new CompletableFuture<>();
        told.complete(null);
    }

    /** Is done when it is told the next time. */
    public CompletableFuture<Void> next() {
        return next.copy();
    }
}
