package io.ordertrail.app.http.exchange;

import io.ordertrail.api.message.Refused;
import io.ordertrail.api.message.RequestRefusal.RequestInProgress;
import io.ordertrail.axon.message.RequestContext.Idempotency;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Lets the first of several equal requests go ahead while the others wait for it. Only the first one then does any
 * work; the others are answered from what it left in the store, instead of racing it to a unique key. Another process
 * may still be faster: the store decides.
 */
public final class InFlight {

    static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Of each request under way, whether it was decided in the end: accepted or refused, not lost. */
    private final ConcurrentMap<String, CompletableFuture<Boolean>> underWay = new ConcurrentHashMap<>();

    private final Duration patience;

    InFlight(Duration patience) {
        this.patience = patience;
    }

    /**
     * Does {@code work} when no equal request is under way any more.
     *
     * @throws Refused {@link RequestInProgress} when that took too long
     */
    <T> T once(Idempotency request, Supplier<T> work) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            CompletableFuture<Boolean> mine = new CompletableFuture<>();
            CompletableFuture<Boolean> first = underWay.putIfAbsent(request.seed(), mine);
            if (first == null) {
                return goAhead(request, mine, work);
            }
            if (isDecided(first, deadline, request)) {
                return work.get();
            }
        }
    }

    private <T> T goAhead(Idempotency request, CompletableFuture<Boolean> mine, Supplier<T> work) {
        boolean decided = false;
        try {
            T answer = work.get();
            decided = true;
            return answer;
        } catch (Refused no) {
            decided = true;
            throw no;
        } finally {
            underWay.remove(request.seed(), mine);
            mine.complete(decided);
        }
    }

    private static boolean isDecided(CompletableFuture<Boolean> first, long deadline, Idempotency request) {
        try {
            return first.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw inProgress(request, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw inProgress(request, e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Nobody completes it with a failure", e);
        }
    }

    private static Refused inProgress(Idempotency request, Exception cause) {
        Refused refused = new Refused(new RequestInProgress(request.key()));
        refused.addSuppressed(cause);
        return refused;
    }
}
