package io.ordertrail.api.projection;

import io.ordertrail.api.message.Named;
import org.jspecify.annotations.Nullable;

/** Queries about views. For staff only; other callers are refused. */
public sealed interface ProjectionQuery {

    /** Every read model: {@link Projections}. */
    @Named("projection.ListProjections")
    record ListProjections() implements ProjectionQuery {}

    /** How far a replay has come: {@link Replay}. */
    @Named("projection.GetReplay")
    record GetReplay(String projection, String replayId) implements ProjectionQuery {}

    /**
     * The events that views could not process, the longest parked first, at most 500: {@link DeadLetters}.
     *
     * @param projection only of this one; null for all
     */
    @Named("projection.ListDeadLetters")
    record ListDeadLetters(@Nullable String projection) implements ProjectionQuery {}
}
