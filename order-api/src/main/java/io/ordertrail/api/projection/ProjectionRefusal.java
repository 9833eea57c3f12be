package io.ordertrail.api.projection;

import io.ordertrail.api.message.Named;
import io.ordertrail.api.message.Refusal;
import io.ordertrail.api.message.RequestRefusal.OfAttempt;

/** Refusals of views. */
public sealed interface ProjectionRefusal extends Refusal {

    @Named("projection.refusal.ProjectionNotFound")
    record ProjectionNotFound(String projection) implements ProjectionRefusal, NotFound {
        @Override
        public String detail() {
            return "There is no projection " + projection + ".";
        }
    }

    @Named("projection.refusal.ReplayNotFound")
    record ReplayNotFound(String replayId) implements ProjectionRefusal, NotFound {
        @Override
        public String detail() {
            return "There is no replay " + replayId + ".";
        }
    }

    @Named("projection.refusal.ReplayRunning")
    record ReplayRunning(String projection, String replayId) implements ProjectionRefusal {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String detail() {
            return projection + " is being replayed already: " + replayId + ".";
        }
    }

    /** No such sequence is parked: it never was, or it was processed or discarded. */
    @Named("projection.refusal.DeadLetterNotFound")
    record DeadLetterNotFound(String id) implements ProjectionRefusal, NotFound {
        @Override
        public String detail() {
            return "There is no dead letter " + id + ".";
        }
    }

    /** The view is being filled again, so that what it would answer is only a part: ask again later. */
    @Named("projection.refusal.ViewIncomplete")
    record ViewIncomplete(String projection) implements ProjectionRefusal, OfAttempt, Temporary {
        @Override
        public String detail() {
            return projection + " is being replayed; its answer would be incomplete. Try again later.";
        }
    }

    /** The view has not yet processed all stored events, so the answer would lack some: try again later. */
    @Named("projection.refusal.ViewLate")
    record ViewLate(String projection) implements ProjectionRefusal, OfAttempt, Temporary {
        @Override
        public String detail() {
            return projection + " has not yet processed all stored events; try again later.";
        }
    }

    /** A view has rows that cannot be read, and what was asked for would lack them. */
    @Named("projection.refusal.ViewUnreadable")
    record ViewUnreadable() implements ProjectionRefusal, OfAttempt, Temporary {
        @Override
        public String detail() {
            return "This view has rows that cannot be read, so the answer would lack them. Replay the view.";
        }
    }
}
