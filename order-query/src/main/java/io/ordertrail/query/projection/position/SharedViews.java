package io.ordertrail.query.projection.position;

import io.ordertrail.axon.store.ProcessedPositions;
import io.ordertrail.axon.store.StoredTokens;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The views that one event processor keeps together. A view that fails where others do not has a processor of its own
 * name meanwhile. Where a view belongs changes between two batches only: a batch locks its token from its begin to its
 * end, and so does who changes it ({@link StoredTokens#lock}).
 *
 * <p>A view that comes back has processed more than the others. Its own token stays until they have the same, and says
 * which events it is not given again.
 */
public final class SharedViews {

    /** The name of the event processor. */
    public static final String PROCESSOR = "views";

    private final JdbcClient jdbc;
    private final StoredTokens tokens;
    private final TransactionOperations apart;
    private volatile Runnable left = () -> {};

    /** @param apart runs its action in a transaction of its own */
    public SharedViews(JdbcClient jdbc, StoredTokens tokens, TransactionOperations apart) {
        this.jdbc = jdbc;
        this.tokens = tokens;
        this.apart = apart;
    }

    /** Runs {@code action} when a batch that has put a view out is committed. */
    public void whenLeft(Runnable action) {
        left = action;
    }

    public Set<String> names() {
        return new HashSet<>(jdbc.sql("select projection from shared_view")
                .query(String.class)
                .list());
    }

    /** Which events each has processed by itself, mostly none; to be asked in a batch of the shared processor. */
    public Map<String, ProcessedPositions> ahead() {
        Map<String, ProcessedPositions> ahead = new HashMap<>();
        jdbc.sql("select s.projection, t.token, t.token_type from shared_view s"
                        + " left join token_entry t on t.processor_name = s.projection")
                .query(row -> {
                    ahead.put(row.getString(1), ProcessedPositions.of(tokens.read(row)));
                });
        return ahead;
    }

    /** The events that each view has processed and committed, whichever processor keeps it; none before it began. */
    Map<String, ProcessedPositions> processed() {
        Set<String> shared = names();
        Map<String, @Nullable TrackingToken> stored = stored();
        Map<String, ProcessedPositions> processed = new HashMap<>();
        stored.forEach((name, token) -> processed.put(name, ProcessedPositions.of(token)));
        shared.forEach(
                name -> processed.put(name, ProcessedPositions.of(union(stored.get(PROCESSOR), stored.get(name)))));
        return processed;
    }

    /** Each processor of a view has one segment. */
    private Map<String, @Nullable TrackingToken> stored() {
        Map<String, @Nullable TrackingToken> stored = new HashMap<>();
        tokens.all().stream()
                .filter(each -> each.segment() == 0)
                .forEach(each -> stored.put(each.processor(), each.token()));
        return stored;
    }

    private static @Nullable TrackingToken union(@Nullable TrackingToken one, @Nullable TrackingToken other) {
        return one == null ? other : other == null ? one : one.upperBound(other);
    }

    /** What a view has processed, as a token; null before its first event. */
    public @Nullable TrackingToken tokenOf(String projection) {
        Map<String, @Nullable TrackingToken> stored = stored();
        return names().contains(projection)
                ? union(stored.get(PROCESSOR), stored.get(projection))
                : stored.get(projection);
    }

    /** Takes views in. */
    public void add(Collection<String> projections) {
        projections.forEach(
                projection -> jdbc.sql("insert into shared_view (projection) values (?) on conflict do nothing")
                        .param(projection)
                        .update());
    }

    /** Takes a view out; its rows and its token are as they are. */
    public void remove(String projection) {
        jdbc.sql("delete from shared_view where projection = ?")
                .param(projection)
                .update();
    }

    /**
     * Takes a view out in the present batch of the shared processor, of which it has processed nothing: its own
     * processor goes on there.
     */
    public void putOut(String projection) {
        // As it was before the batch, which has stored its token already.
        Map<String, @Nullable TrackingToken> before = Objects.requireNonNull(apart.execute(status -> stored()));
        remove(projection);
        tokens.put(projection, union(before.get(PROCESSOR), before.get(projection)));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                left.run();
            }
        });
    }

    /** Whether {@code projection} is to be kept by a processor of its own now. */
    public boolean isApart(String projection) {
        return jdbc.sql("select count(*) from shared_view where projection = ?")
                        .param(projection)
                        .query(Long.class)
                        .single()
                == 0;
    }

    /** @throws UnableToClaimTokenException not {@link #isApart} */
    public void requireApart(String projection) {
        if (!isApart(projection)) {
            throw new UnableToClaimTokenException(projection + " is no longer kept by a processor of its own");
        }
    }
}
