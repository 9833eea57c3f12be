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

    @Named("projection.refusal.ReplayNotFound")
    @Sentence("There is no replay {replayId}.")
    record ReplayNotFound(String replayId) implements ProjectionRefusal, NotFound {}

    @Named("projection.refusal.ReplayRunning")
    @Sentence("{projection} is being replayed already: {replayId}.")
    record ReplayRunning(String projection, String replayId) implements ProjectionRefusal {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }
    }

    /** No such sequence is parked: it never was, or it was processed or discarded. */
    @Named("projection.refusal.DeadLetterNotFound")
    @Sentence("There is no dead letter {id}.")
    record DeadLetterNotFound(String id) implements ProjectionRefusal, NotFound {}

    /** The view is being filled again, so that what it would answer is only a part: ask again later. */
    @Named("projection.refusal.ViewIncomplete")
    @Sentence("{projection} is being replayed; its answer would be incomplete. Try again later.")
    record ViewIncomplete(String projection) implements ProjectionRefusal, OfAttempt, Temporary {}

    /** The view has not yet processed all stored events, so the answer would lack some: try again later. */
    @Named("projection.refusal.ViewLate")
    @Sentence("{projection} has not yet processed all stored events; try again later.")
    record ViewLate(String projection) implements ProjectionRefusal, OfAttempt, Temporary {}

    /** A view has rows that cannot be read, and what was asked for would lack them. */
    @Named("projection.refusal.ViewUnreadable")
    @Sentence("This view has rows that cannot be read, so the answer would lack them. Replay the view.")
    record ViewUnreadable() implements ProjectionRefusal, OfAttempt, Temporary {}
}
