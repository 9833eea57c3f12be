package io.ordertrail.api.process;

import io.ordertrail.api.message.Named;
import io.ordertrail.api.message.Refusal;
import io.ordertrail.api.message.Sentence;

/** Refusals of processes. */
public sealed interface ProcessRefusal extends Refusal {

    /** No such step waits: it was never sent, it has its answer, or somebody else took it over first. */
    @Named("process.refusal.StepNotFound")
    @Sentence("No step {step} is waiting.")
    record StepNotFound(String step) implements ProcessRefusal, NotFound {}

    /** It reports what has happened, and only a retry can report it. */
    @Named("process.refusal.StepNotTakenOver")
    @Sentence(
            "Step {step} reports what has happened, and nothing else reports it. Remove the cause of the failure, then retry it.")
    record StepNotTakenOver(String step) implements ProcessRefusal {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }
    }

    @Named("process.refusal.ProcessNotFound")
    @Sentence("There is no process {process}.")
    record ProcessNotFound(String process) implements ProcessRefusal, NotFound {}

    /** No such event is parked: it never was, or it was processed or discarded. */
    @Named("process.refusal.ParkedEventNotFound")
    @Sentence("No event {id} is parked.")
    record ParkedEventNotFound(String id) implements ProcessRefusal, NotFound {}
}
