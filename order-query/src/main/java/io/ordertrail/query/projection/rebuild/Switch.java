package io.ordertrail.query.projection.rebuild;

import io.ordertrail.api.projection.RebuildStatus;
import io.ordertrail.axon.store.StoredTokens;
import io.ordertrail.query.projection.generation.Generation;
import io.ordertrail.query.projection.generation.GenerationState;
import io.ordertrail.query.projection.generation.Generations;
import io.ordertrail.query.projection.position.SharedViews;
import io.ordertrail.query.projection.table.Provable;
import java.util.List;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Makes another generation live, in one transaction in which no view changes. Whoever reads meanwhile reads the one or
 * the other, which hold the same events then.
 */
final class Switch {

    /** It must be soon: the views wait. */
    private static final Between NOTHING = (events, worked) -> {};

    private final Generations generations;
    private final SharedViews shared;
    private final RebuildLog log;
    private final Fillers fillers;
    private final StoredTokens tokens;
    private final TransactionOperations transaction;

    Switch(
            Generations generations,
            SharedViews shared,
            RebuildLog log,
            Fillers fillers,
            StoredTokens tokens,
            TransactionOperations transaction) {
        this.generations = generations;
        this.shared = shared;
        this.log = log;
        this.fillers = fillers;
        this.tokens = tokens;
        this.transaction = transaction;
    }

    Standstill standstill() {
        return new Standstill(tokens, transaction);
    }

    /** @param stop stops the view's own processor, if it runs here */
    void to(Provable<?> model, Generation made, Runnable stop) {
        String projection = model.name();
        stop.run();
        transaction.executeWithoutResult(status -> {
            tokens.lock(SharedViews.PROCESSOR);
            tokens.lock(projection);
            requireFilling(made);
            fillers.fill(model, made, fillers.live(), NOTHING);
            generations.of(projection, GenerationState.LIVE).ifPresent(old -> {
                tokens.put(old.processor(), shared.tokenOf(projection));
                generations.put(old, GenerationState.KEPT);
            });
            generations.put(made, GenerationState.LIVE);
            tokens.delete(made.processor());
            tokens.delete(projection);
            shared.add(List.of(projection));
            log.finish(projection, RebuildStatus.DONE);
        });
    }

    /** Another process may have taken over. */
    private void requireFilling(Generation made) {
        if (generations
                .find(made.projection(), made.number())
                .filter(now -> now.state() == GenerationState.FILLING)
                .isEmpty()) {
            throw new RebuildStopped();
        }
    }
}
