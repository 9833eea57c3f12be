package io.ordertrail.api.process;

import io.ordertrail.api.Named;
import io.ordertrail.api.Refusal;

/** Why something cannot be done to a process. */
public sealed interface ProcessRefusal extends Refusal {

    /** No such step waits: it was never sent, had its answer, or somebody was faster to take it over. */
    @Named("process.refusal.StepNotFound")
    record StepNotFound(String step) implements ProcessRefusal {
        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }

        @Override
        public String detail() {
            return "No step " + step + " is waiting.";
        }
    }

    @Named("process.refusal.ProcessNotFound")
    record ProcessNotFound(String process) implements ProcessRefusal {
        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }

        @Override
        public String detail() {
            return "There is no process " + process + ".";
        }
    }

    /** No such event is parked: it never was, was taken in, or somebody has discarded it. */
    @Named("process.refusal.ParkedEventNotFound")
    record ParkedEventNotFound(String id) implements ProcessRefusal {
        @Override
        public Kind kind() {
            return Kind.NOT_FOUND;
        }

        @Override
        public String detail() {
            return "No event " + id + " is parked.";
        }
    }
}
