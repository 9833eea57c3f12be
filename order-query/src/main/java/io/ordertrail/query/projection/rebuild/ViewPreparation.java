package io.ordertrail.query.projection.rebuild;

import io.ordertrail.axon.lifecycle.ReleasePreparation;
import io.ordertrail.query.projection.fold.ReadModel;
import io.ordertrail.query.projection.generation.Generation;
import io.ordertrail.query.projection.generation.GenerationState;
import io.ordertrail.query.projection.generation.Generations;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Makes the rows that this release will read, while another release is at work. When this one starts, it processes what
 * came since, and reads them.
 */
final class ViewPreparation implements ReleasePreparation {

    private final List<ReadModel<?>> models;
    private final Generations generations;
    private final Fillers fillers;
    private final OldGenerations old;
    private final Pace pace;

    ViewPreparation(
            List<ReadModel<?>> models, Generations generations, Fillers fillers, OldGenerations old, Pace pace) {
        this.models = models;
        this.generations = generations;
        this.fillers = fillers;
        this.old = old;
        this.pace = pace;
    }

    /** Each view that needs it. */
    @Override
    public void prepare(Consumer<String> told) {
        for (ReadModel<?> model : models) {
            if (isThere(model.name())) {
                told.accept(model.name() + ": nothing to do");
            } else {
                prepare(model);
                told.accept(model.name() + ": prepared");
            }
        }
    }

    private boolean isThere(String projection) {
        return own(projection, GenerationState.LIVE)
                .or(() -> own(projection, GenerationState.PREPARED))
                .isPresent();
    }

    private Optional<Generation> own(String projection, GenerationState state) {
        return generations.of(projection, state).filter(Generation::isOwn);
    }

    private void prepare(ReadModel<?> model) {
        Generation made = own(model.name(), GenerationState.PREPARING).orElseGet(() -> begun(model));
        pace.begin();
        fillers.catchUp(model, made, pace::after);
        generations.createIndexes(made);
        generations.prepared(made);
    }

    private Generation begun(ReadModel<?> model) {
        // What another release, or an earlier state of this one, has left.
        generations.of(model.name()).stream()
                .filter(one -> one.state() == GenerationState.PREPARING || one.state() == GenerationState.PREPARED)
                .forEach(old::drop);
        Generation made = generations.next(model.name(), GenerationState.PREPARING);
        fillers.begin(model, made);
        return made;
    }
}
