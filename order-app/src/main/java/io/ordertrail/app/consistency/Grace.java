package io.ordertrail.app.consistency;

import io.ordertrail.api.message.Refusal.Kind;
import io.ordertrail.api.message.Refused;
import io.ordertrail.axon.failure.Unavailable;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * How long an answer is held back for what the service does by itself after a command: as a rule it is there at once,
 * and the answer can show it. The front door only looks; it does none of it.
 */
public final class Grace {

    /** How long at most. */
    public static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final long FIRST_PAUSE_MILLIS = 5;
    private static final long LONGEST_PAUSE_MILLIS = 80;

    private Grace() {}

    /**
     * Looks again and again until there is something to see.
     *
     * @param look empty while there is nothing
     * @return empty where nothing was seen in {@link #PATIENCE}
     * @throws Unavailable the thread was interrupted
     */
    public static <T> Optional<T> until(Supplier<Optional<T>> look) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        long pause = FIRST_PAUSE_MILLIS;
        while (true) {
            Optional<T> seen = look.get();
            if (seen.isPresent() || System.nanoTime() >= end) {
                return seen;
            }
            pause(pause);
            pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
        }
    }

    /**
     * What {@code question} is answered; empty where there is no such thing.
     *
     * @throws Refused it was refused for another reason
     */
    public static <T> Optional<T> find(Supplier<T> question) {
        try {
            return Optional.of(question.get());
        } catch (Refused no) {
            if (no.refusal().kind() == Kind.NOT_FOUND) {
                return Optional.empty();
            }
            throw no;
        }
    }

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("Interrupted while waiting for what follows from a command", e);
        }
    }
}
