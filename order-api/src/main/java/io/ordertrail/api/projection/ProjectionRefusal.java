package io.ordertrail.api.projection;

import io.ordertrail.api.Named;
import io.ordertrail.api.Refusal;

/** Why something cannot be done to a read model. */
public sealed interface ProjectionRefusal extends Refusal {

    @Named("projection.refusal.ProjectionNotFound")
    record ProjectionNotFound(String projection) implements ProjectionRefusal {
        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }

        @Override
        public String detail() {
            return "There is no projection " + projection + ".";
        }
    }

    @Named("projection.refusal.ReplayNotFound")
    record ReplayNotFound(String replayId) implements ProjectionRefusal {
        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }

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
            return projection + " is already being replayed: " + replayId + ".";
        }
    }
}
