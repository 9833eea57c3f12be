package io.ordertrail.query.reading;

import io.ordertrail.api.RequestRefusal.ViewBehind;
import io.ordertrail.axon.Refused;
import io.ordertrail.query.projection.Arrivals;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Where a reader waits for what a writer was told is stored. */
public final class MinVersion {

    /** How long a reader waits at most. */
    public static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Arrivals arrivals;

    public MinVersion(Arrivals arrivals) {
        this.arrivals = arrivals;
    }

    /**
     * Waits until {@code version} says at least {@code wanted}.
     *
     * @param check is run before it waits, to refuse what will never come
     * @throws Refused it took longer than {@link #PATIENCE}, or too many wait already
     */
    public void await(long wanted, LongSupplier version, Runnable check) {
        if (version.getAsLong() >= wanted) {
            return;
        }
        check.run();
        if (!arrivals.awaitAmongFew(() -> version.getAsLong() >= wanted, PATIENCE)) {
            throw new Refused(new ViewBehind(wanted, version.getAsLong()));
        }
    }
}
