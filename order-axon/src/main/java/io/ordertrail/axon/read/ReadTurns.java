package io.ordertrail.axon.read;

import io.ordertrail.axon.failure.Unavailable;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Lets few queries ask at a time, because each has a connection, which those who write would lack. */
public final class ReadTurns {

    private final Semaphore turns;
    private final Duration patience;

    /**
     * @param atOnce so many queries are under way at most
     * @param patience how long one more waits for its turn
     */
    public ReadTurns(int atOnce, Duration patience) {
        this.turns = new Semaphore(atOnce, true);
        this.patience = patience;
    }

    /**
     * The answer of {@code query}, once it is its turn.
     *
     * @throws Unavailable its turn did not come
     */
    public <R> R ask(Supplier<R> query) {
        try {
            if (!turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Unavailable("Too many queries at once");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("Interrupted while waiting to ask", e);
        }
        try {
            return query.get();
        } finally {
            turns.release();
        }
    }
}
