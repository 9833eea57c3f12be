package io.ordertrail.api.projection;

import io.ordertrail.api.message.Named;
import io.ordertrail.api.message.Refusal;
import io.ordertrail.api.message.RequestRefusal.OfAttempt;
import io.ordertrail.api.message.Sentence;

/** Refusals of views. */
public sealed interface ProjectionRefusal extends Refusal {

    @Named("projection.refusal.ProjectionNotFound")
    @Sentence("There is no projection {projection}.")
    record ProjectionNotFound(String projection) implements ProjectionRefusal, NotFound {}

    @Named("projection.refusal.RebuildNotFound")
    @Sentence("There is no rebuild {rebuildId}.")
    record RebuildNotFound(String rebuildId) implements ProjectionRefusal, NotFound {}

    @Named("projection.refusal.RebuildRunning")
    @Sentence("{projection} is being rebuilt already: {rebuildId}.")
    record RebuildRunning(String projection, String rebuildId) implements ProjectionRefusal {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }
    }

    @Named("projection.refusal.RebuildOver")
    @Sentence("The rebuild {rebuildId} is over: {status}.")
    record RebuildOver(String rebuildId, RebuildStatus status) implements ProjectionRefusal {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }
    }

    /** It is not done, a later one is, its old rows are dropped, or they are of another release. */
    @Named("projection.refusal.NothingToRollBack")
    @Sentence("The rows that the rebuild {rebuildId} has replaced are not there any more.")
    record NothingToRollBack(String rebuildId) implements ProjectionRefusal {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }
    }

    /** No such sequence is parked: it never was, or it was processed or discarded. */
    @Named("projection.refusal.DeadLetterNotFound")
    @Sentence("There is no dead letter {id}.")
    record DeadLetterNotFound(String id) implements ProjectionRefusal, NotFound {}

    /** The view is new, or this release makes other rows of it than the last one; they are not there yet. */
    @Named("projection.refusal.ViewIncomplete")
    @Sentence("The rows of {projection} are being made; its answer would be incomplete. Try again later.")
    record ViewIncomplete(String projection) implements ProjectionRefusal, OfAttempt, Temporary {}

    /** The view has not yet processed all stored events, so the answer would lack some: try again later. */
    @Named("projection.refusal.ViewLate")
    @Sentence("{projection} has not yet processed all stored events; try again later.")
    record ViewLate(String projection) implements ProjectionRefusal, OfAttempt, Temporary {}

    /** A view has rows that cannot be read, and what was asked for would lack them. */
    @Named("projection.refusal.ViewUnreadable")
    @Sentence("This view has rows that cannot be read, so the answer would lack them. Rebuild the view.")
    record ViewUnreadable() implements ProjectionRefusal, OfAttempt, Temporary {}
}
