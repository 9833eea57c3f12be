package io.ordertrail.query.projection.rebuild;

import io.ordertrail.axon.store.StoredTokens;
import io.ordertrail.query.projection.generation.GenerationState;
import io.ordertrail.query.projection.generation.Generations;
import io.ordertrail.query.projection.position.SharedViews;
import java.util.Collection;
import java.util.List;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Before the first event was processed every view is whole without a row: its tables are made, and it is live. Later a
 * view that is not there has to be rebuilt.
 */
final class FirstGenerations {

    private final Generations generations;
    private final SharedViews shared;
    private final StoredTokens tokens;
    private final TransactionOperations transaction;

    FirstGenerations(
            Generations generations, SharedViews shared, StoredTokens tokens, TransactionOperations transaction) {
        this.generations = generations;
        this.shared = shared;
        this.tokens = tokens;
        this.transaction = transaction;
    }

    /** Other nodes may do it too. */
    void make(Collection<String> projections) {
        if (tokens.of(SharedViews.PROCESSOR).isEmpty()) {
            projections.forEach(this::make);
        }
    }

    private void make(String projection) {
        transaction.executeWithoutResult(status -> {
            // Whoever does the same waits here until it is done.
            generations.add(projection, 1);
            generations.of(projection, GenerationState.NEW).ifPresent(first -> {
                generations.createTables(first);
                generations.createIndexes(first);
                shared.add(List.of(projection));
                generations.put(first, GenerationState.LIVE);
            });
        });
    }
}
