package io.ordertrail.command.payment;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Calls providers, and stops waiting for those that take too long. */
final class TimeLimit {

    private final Duration limit;
    private final ExecutorService callers = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "payment-provider-call");
        // One that does not answer an interrupt must not keep the process from ending.
        thread.setDaemon(true);
        return thread;
    });

    TimeLimit(Duration limit) {
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException("ordertrail.payment.provider-timeout must be more than nothing");
        }
        this.limit = limit;
    }

    /**
     * What {@code call} returns.
     *
     * @throws TimeoutException it took too long, and is interrupted
     * @throws ExecutionException it failed
     * @throws InterruptedException this process ends
     */
    <T> T call(Callable<T> call) throws TimeoutException, ExecutionException, InterruptedException {
        Future<T> answer = callers.submit(call);
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            answer.cancel(true);
        }
    }

    void stop() {
        callers.shutdownNow();
    }
}
