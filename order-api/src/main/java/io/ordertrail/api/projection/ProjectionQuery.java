package io.ordertrail.api.projection;

import io.ordertrail.api.message.Named;
import org.jspecify.annotations.Nullable;

/** What can be asked about read models. For staff only; whoever is not is refused. */
public sealed interface ProjectionQuery {

    /** Every read model: {@link Projections}. */
    @Named("projection.ListProjections")
    record ListProjections() implements ProjectionQuery {}

    /** How far a replay has come: {@link Replay}. */
    @Named("projection.GetReplay")
    record GetReplay(String projection, String replayId) implements ProjectionQuery {}

    /**
     * What read models could not take in, the longest parked first, at most 500: {@link DeadLetters}.
     *
     * @param projection only of this one; null for all
     */
    @Named("projection.ListDeadLetters")
    record ListDeadLetters(@Nullable String projection) implements ProjectionQuery {}
}
