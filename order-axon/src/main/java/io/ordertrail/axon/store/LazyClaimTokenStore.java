package io.ordertrail.axon.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;

/**
 * Extends a claim when a good part of it has run out, not ten times a second for each processor that has nothing to do
 * and once more for each batch (docs/reference/axon-pitfalls.md, 41). Who has lost its claim meanwhile is still
 * refused: the token is stored by its owner only.
 */
final class LazyClaimTokenStore extends JdbcTokenStore {

    /** A quarter of the claim timeout, which is 10 s unless the builder was told otherwise. */
    private static final long LASTS_NANOS = Duration.ofMillis(2500).toNanos();

    private final Map<String, Long> extended = new ConcurrentHashMap<>();
    private final long lasts;

    private LazyClaimTokenStore(Builder builder, long lasts) {
        super(builder);
        this.lasts = lasts;
    }

    /** For a database that other processes use too. */
    static LazyClaimTokenStore amongOthers(Builder builder) {
        return new LazyClaimTokenStore(builder, LASTS_NANOS);
    }

    /** For a database that no other process can open: a claim is had once, and nobody can take it. */
    static LazyClaimTokenStore alone(Builder builder) {
        return new LazyClaimTokenStore(builder, Long.MAX_VALUE);
    }

    @Override
    public void extendClaim(String processorName, int segment) throws UnableToClaimTokenException {
        long now = System.nanoTime();
        Long before = extended.get(key(processorName, segment));
        if (before == null || now - before > lasts) {
            super.extendClaim(processorName, segment);
            extended.put(key(processorName, segment), now);
        }
    }

    @Override
    public void releaseClaim(String processorName, int segment) {
        extended.remove(key(processorName, segment));
        super.releaseClaim(processorName, segment);
    }

    /**
     * Axon would take a claim that ran out, or was given back, and store the token of a process that was frozen
     * meanwhile: what another has done since would be done again.
     */
    @Override
    protected void updateToken(
            Connection connection, ResultSet entry, TrackingToken token, String processorName, int segment) {
        throw new UnableToClaimTokenException("The claim of " + processorName + "/" + segment + " was lost meanwhile");
    }

    private static String key(String processorName, int segment) {
        return processorName + "/" + segment;
    }
}
