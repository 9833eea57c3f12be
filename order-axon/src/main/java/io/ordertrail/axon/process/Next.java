package io.ordertrail.axon.process;

import io.ordertrail.api.process.ProcessEvent;
import io.ordertrail.api.process.ProcessEvent.StepRefused;
import io.ordertrail.api.process.ProcessEvent.StepStuck;
import io.ordertrail.api.process.ProcessEvent.StepUnstuck;
import io.ordertrail.axon.process.Outcome.Accepted;
import io.ordertrail.axon.process.Outcome.RefusedBy;
import io.ordertrail.axon.process.WaitingStep.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** What is to be done with a step that was tried. */
sealed interface Next {

    /** What there is to tell, each thing once, the most important last. */
    List<ProcessEvent> told();

    /** The step had its answer. */
    record Done(List<ProcessEvent> told) implements Next {}

    /** It waits again. {@code step} is what it is from now on. */
    record Again(Duration delay, WaitingStep step, List<ProcessEvent> told) implements Next {}

    /** @param failures in a row, this try included if it was one */
    static Next after(Outcome outcome, StepId id, WaitingStep step, int failures, BackOff backOff, Instant at) {
        if (outcome instanceof Accepted) {
            return new Done(unstuck(id, step, at).toList());
        }
        if (outcome instanceof RefusedBy no && step.answer() == Answer.ANY) {
            ProcessEvent refused =
                    new StepRefused(id.process(), id.processId(), id.step(), id.attempt(), no.code(), no.detail(), at);
            return new Done(
                    Stream.concat(unstuck(id, step, at), Stream.of(refused)).toList());
        }
        Duration delay = backOff.after(failures);
        boolean getsStuck = !step.stuck() && (outcome instanceof RefusedBy || failures >= backOff.stuckAfter());
        return getsStuck
                ? new Again(delay, step.gotStuck(), List.of(stuck(id, (Outcome.Not) outcome, at)))
                : new Again(delay, step, List.of());
    }

    static StepStuck stuck(StepId id, Outcome.Not why, Instant at) {
        return new StepStuck(id.process(), id.processId(), id.step(), id.attempt(), why.code(), why.detail(), at);
    }

    private static Stream<ProcessEvent> unstuck(StepId id, WaitingStep step, Instant at) {
        return step.stuck()
                ? Stream.of(new StepUnstuck(id.process(), id.processId(), id.step(), id.attempt(), at))
                : Stream.empty();
    }
}
