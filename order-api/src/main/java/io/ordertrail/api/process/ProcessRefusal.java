package io.ordertrail.api.process;

import io.ordertrail.api.message.Named;
import io.ordertrail.api.message.Refusal;

/** Refusals of processes. */
public sealed interface ProcessRefusal extends Refusal {

    /** No such step waits: it was never sent, it has its answer, or somebody else took it over first. */
    @Named("process.refusal.StepNotFound")
    record StepNotFound(String step) implements ProcessRefusal, NotFound {
        @Override
        public String detail() {
            return "No step " + step + " is waiting.";
        }
    }

    /** It reports what has happened, and only a retry can report it. */
    @Named("process.refusal.StepNotTakenOver")
    record StepNotTakenOver(String step) implements ProcessRefusal {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String detail() {
            return "Step " + step
                    + " reports what has happened, and nothing else reports it. Remove the cause of the failure, then retry it.";
        }
    }

    @Named("process.refusal.ProcessNotFound")
    record ProcessNotFound(String process) implements ProcessRefusal, NotFound {
        @Override
        public String detail() {
            return "There is no process " + process + ".";
        }
    }

    /** No such event is parked: it never was, or it was processed or discarded. */
    @Named("process.refusal.ParkedEventNotFound")
    record ParkedEventNotFound(String id) implements ProcessRefusal, NotFound {
        @Override
        public String detail() {
            return "No event " + id + " is parked.";
        }
    }
}
