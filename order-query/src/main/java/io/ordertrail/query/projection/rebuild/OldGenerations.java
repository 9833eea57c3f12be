package io.ordertrail.query.projection.rebuild;

import io.ordertrail.axon.store.StoredTokens;
import io.ordertrail.query.projection.generation.Generation;
import io.ordertrail.query.projection.generation.GenerationState;
import io.ordertrail.query.projection.generation.Generations;
import java.time.Duration;

/**
 * Drops tables that were live before or are prepared, when their time is over or somebody was forgotten.
 *
 * @param keep so long they are kept
 */
record OldGenerations(Generations generations, StoredTokens tokens, Duration keep) {

    /** Whether none is left. */
    boolean drop() {
        boolean none = true;
        for (Generation old : generations.old()) {
            if (old.state() != GenerationState.DROPPED && !generations.isOld(old, keep)) {
                none = false;
            } else {
                drop(old);
            }
        }
        return none;
    }

    void drop(Generation generation) {
        generations.drop(generation);
        tokens.delete(generation.processor());
    }
}
