package io.ordertrail.query.projection;

import io.ordertrail.api.projection.Rebuild;
import io.ordertrail.axon.store.StoredTokens;
import io.ordertrail.axon.store.TokenPosition;
import io.ordertrail.query.projection.generation.Generation;
import io.ordertrail.query.projection.generation.GenerationState;
import io.ordertrail.query.projection.generation.Generations;
import io.ordertrail.query.projection.rebuild.RebuildLog;
import io.ordertrail.query.projection.rebuild.UnfinishedRebuild;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where rebuilds stand. */
final class RebuildBoard {

    private final RebuildLog log;
    private final Generations generations;
    private final StoredTokens tokens;

    RebuildBoard(RebuildLog log, Generations generations, StoredTokens tokens) {
        this.log = log;
        this.generations = generations;
        this.tokens = tokens;
    }

    /** Those that are not over, by projection. */
    Map<String, UnfinishedRebuild> unfinished() {
        return log.unfinished();
    }

    Optional<Rebuild> find(String projection, String rebuildId) {
        return log.find(projection, rebuildId, position(projection));
    }

    List<Rebuild> list(String projection) {
        return log.list(projection, position(projection));
    }

    /** How far the rows are that are being made. */
    private long position(String projection) {
        return generations
                .of(projection, GenerationState.FILLING)
                .map(Generation::processor)
                .map(processor -> tokens.position(processor).orElse(TokenPosition.BEFORE_THE_FIRST))
                .orElse(TokenPosition.BEFORE_THE_FIRST);
    }
}
