package io.ordertrail.app.importing.client;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long and how often a request is tried again.
 *
 * @param total from the first try to the last
 * @param first pause after the first try; doubled after each further one
 * @param longest the longest pause that we choose ourselves
 */
public record Patience(Duration total, Duration first, Duration longest) {

    /** Outlives a restart of the service with room to spare. */
    static final Duration DEFAULT_TOTAL = Duration.ofMinutes(3);

    public static Patience of(Duration total) {
        return new Patience(total, Duration.ofMillis(100), Duration.ofSeconds(5));
    }

    /**
     * The pause after try number {@code attempt}, from 1; up to a half longer at random, so that clients spread out.
     */
    Duration pause(int attempt) {
        long doubled = first.toMillis() << Math.min(attempt - 1, 20);
        long millis = Math.min(doubled, longest.toMillis());
        return Duration.ofMillis(millis + ThreadLocalRandom.current().nextLong(millis / 2 + 1));
    }

    /** Begins to try something. */
    public Tries tries() {
        return new Tries(this);
    }
}
