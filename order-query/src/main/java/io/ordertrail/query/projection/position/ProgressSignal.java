package io.ordertrail.query.projection.position;

import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Where somebody waits for the progress of rebuilds, of which no event tells. */
public final class ProgressSignal {

    private final Set<CompletableFuture<Void>> waiting = ConcurrentHashMap.newKeySet();

    /** A view is being rebuilt; to be told again and again while it is. */
    public void tell() {
        waiting.forEach(one -> one.complete(null));
    }

    /** Is done when it is told the next time. Who waits no longer cancels it: else it is kept until then. */
    public CompletableFuture<Void> next() {
        CompletableFuture<Void> one = new CompletableFuture<>();
        waiting.add(one);
        one.whenComplete((told, cancelled) -> waiting.remove(one));
        return one;
    }

    /** How many wait. */
    public int waiting() {
        return waiting.size();
    }
}
