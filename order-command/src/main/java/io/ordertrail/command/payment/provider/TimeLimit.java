package io.ordertrail.command.payment.provider;

import io.ordertrail.axon.thread.UninterruptedPool;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls providers, and stops waiting for those that take too long. A call may be in the database, and goes on then:
 * only one that its provider says is not is interrupted.
 */
final class TimeLimit {

    private final Duration limit;
    private final UninterruptedPool callers = UninterruptedPool.unlimited("payment-provider-call");

    /** Their threads have no connection of ours. */
    private final ExecutorService interruptible = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "payment-provider-call-interruptible");
        // One that does not answer an interrupt must not keep the process from ending.
        thread.setDaemon(true);
        return thread;
    });

    private final Set<Future<?>> interruptibleCalls = ConcurrentHashMap.newKeySet();

    TimeLimit(Duration limit) {
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException("ordertrail.payment.provider-timeout must be more than nothing");
        }
        this.limit = limit;
    }

    /** Begins {@code call}, which nothing interrupts. */
    <T> CompletableFuture<T> begin(Callable<T> call) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        callers.execute(() -> {
            try {
                answer.complete(call.call());
            } catch (Throwable e) {
                // An Error too: whoever waits must hear of it.
                answer.completeExceptionally(e);
            }
        });
        return answer;
    }

    /**
     * What {@code answer} is in the end.
     *
     * @throws TimeoutException it takes too long, and goes on
     * @throws ExecutionException it failed
     */
    <T> T await(Future<T> answer) throws TimeoutException, ExecutionException, InterruptedException {
        return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * What {@code call}, which is never in the database, returns.
     *
     * @throws TimeoutException it took too long, and is interrupted
     * @throws ExecutionException it failed
     * @throws java.util.concurrent.CancellationException this process ends, and it is interrupted
     */
    <T> T callInterruptibly(Callable<T> call) throws TimeoutException, ExecutionException, InterruptedException {
        Future<T> answer = interruptible.submit(call);
        interruptibleCalls.add(answer);
        try {
            return await(answer);
        } finally {
            answer.cancel(true);
            interruptibleCalls.remove(answer);
        }
    }

    /** Interrupts what may be interrupted; the rest goes on. */
    void cutOffInterruptible() {
        interruptibleCalls.forEach(call -> call.cancel(true));
    }

    /**
     * Begins nothing more, and waits for what is under way.
     *
     * @return whether that has ended
     */
    boolean end(Duration patience) {
        cutOffInterruptible();
        interruptible.shutdown();
        return callers.end(patience);
    }
}
