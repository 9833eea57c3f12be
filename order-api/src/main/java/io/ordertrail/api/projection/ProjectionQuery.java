package io.ordertrail.api.projection;

import io.ordertrail.api.deadletter.DeadLetterFilter;
import io.ordertrail.api.deadletter.DeadLetterGroups;
import io.ordertrail.api.deadletter.DeadLetterInspection;
import io.ordertrail.api.deadletter.DeadLetters;
import io.ordertrail.api.deadletter.DiscardedLetters;
import io.ordertrail.api.message.Named;

/** Queries about views. For staff only; other callers are refused. */
public sealed interface ProjectionQuery {

    /** Every read model: {@link Projections}. */
    @Named("projection.ListProjections")
    record ListProjections() implements ProjectionQuery {}

    /** How far a rebuild has come: {@link Rebuild}. */
    @Named("projection.GetRebuild")
    record GetRebuild(String projection, String rebuildId) implements ProjectionQuery {}

    /** The rebuilds of a view, the last one first, at most 100: {@link Rebuilds}. */
    @Named("projection.ListRebuilds")
    record ListRebuilds(String projection) implements ProjectionQuery {}

    /** The events that views could not process: {@link DeadLetters}. An unknown view is refused. */
    @Named("projection.ListDeadLetters")
    record ListDeadLetters(DeadLetterFilter filter) implements ProjectionQuery {}

    /** The same in groups: {@link DeadLetterGroups}. */
    @Named("projection.GroupDeadLetters")
    record GroupDeadLetters(DeadLetterFilter filter) implements ProjectionQuery {}

    /** One of them closely, with what a retry would do: {@link DeadLetterInspection}. */
    @Named("projection.InspectDeadLetter")
    record InspectDeadLetter(String id) implements ProjectionQuery {}

    /** Those that were discarded: {@link DiscardedLetters}. */
    @Named("projection.ListDiscarded")
    record ListDiscarded() implements ProjectionQuery {}
}
