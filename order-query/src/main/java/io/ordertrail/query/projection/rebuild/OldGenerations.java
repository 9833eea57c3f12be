package io.ordertrail.query.projection.rebuild;

import io.ordertrail.axon.store.StoredTokens;
import io.ordertrail.query.projection.generation.Generation;
import io.ordertrail.query.projection.generation.GenerationState;
import io.ordertrail.query.projection.generation.Generations;
import java.time.Duration;
import java.util.Collection;

/**
 * Drops the tables that were live before, when their time is over or somebody was forgotten.
 *
 * @param keep so long they are kept
 */
record OldGenerations(Generations generations, StoredTokens tokens, Duration keep) {

    /** Whether none is left. */
    boolean drop(Collection<String> projections) {
        boolean none = true;
        for (String projection : projections) {
            for (Generation old : generations.of(projection)) {
                boolean kept = old.state() == GenerationState.KEPT && !generations.isOld(old, keep);
                if (!kept && (old.state() == GenerationState.KEPT || old.state() == GenerationState.DROPPED)) {
                    drop(old);
                }
                none &= !kept;
            }
        }
        return none;
    }

    void drop(Generation generation) {
        generations.drop(generation);
        tokens.delete(generation.processor());
    }
}
