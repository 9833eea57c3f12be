package io.ordertrail.api.projection;

import io.ordertrail.api.Named;

/** What can be asked about read models. */
public sealed interface ProjectionQuery {

    /** Every read model: {@link Projections}. */
    @Named("projection.ListProjections")
    record ListProjections() implements ProjectionQuery {}

    /** How far a replay has come: {@link Replay}. */
    @Named("projection.GetReplay")
    record GetReplay(String projection, String replayId) implements ProjectionQuery {}
}
