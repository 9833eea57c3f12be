package io.ordertrail.axon;

import io.ordertrail.api.RequestRefusal.TooManyWaiting;
import io.ordertrail.api.RequestRefusal.ViewBehind;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets few queries ask at a time, each of which has a connection, and asks again in a moment where a view is behind what is stored. Who
 * waits for a view has no turn meanwhile, and so no connection.
 */
final class ReadTurns {

    /** How long a reader waits for a view at most, and how often they look. */
    private static final Duration BEHIND = Duration.ofSeconds(2);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(25);

    /** So many requests at most wait for views at a time: each holds a thread. */
    private static final int MOST_WAITING = 32;

    private final Semaphore turns;
    private final Duration patience;
    private final Semaphore waiting = new Semaphore(MOST_WAITING);

    /**
     * @param atOnce so many queries are under way at most
     * @param patience how long one more waits for its turn
     */
    ReadTurns(int atOnce, Duration patience) {
        this.turns = new Semaphore(atOnce, true);
        this.patience = patience;
    }

    /**
     * The answer of {@code query}, once it is its turn.
     *
     * @throws Refused it is, or the view stays behind, or too many wait already
     * @throws Unavailable its turn did not come
     */
    <R> R ask(Supplier<R> query) {
        return askAtOnce(() -> askInTurn(query));
    }

    /** The same, of who has no need of a turn. */
    <R> R askAtOnce(Supplier<R> query) {
        try {
            return query.get();
        } catch (Refused no) {
            if (!isOnItsWay(no)) {
                throw no;
            }
            if (!waiting.tryAcquire()) {
                throw new Refused(new TooManyWaiting());
            }
        }
        try {
            return askAgain(query);
        } finally {
            waiting.release();
        }
    }

    private <R> R askAgain(Supplier<R> query) {
        long end = System.nanoTime() + BEHIND.toNanos();
        while (true) {
            pause();
            try {
                return query.get();
            } catch (Refused no) {
                if (!isOnItsWay(no) || System.nanoTime() - end >= 0) {
                    throw no;
                }
            }
        }
    }

    private <R> R askInTurn(Supplier<R> query) {
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

    private static boolean isOnItsWay(Refused no) {
        return no.refusal() instanceof ViewBehind behind && behind.onItsWay();
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("Interrupted while waiting for a view", e);
        }
    }
}
