package io.ordertrail.axon.process.step;

import io.ordertrail.api.process.ProcessEvent;
import io.ordertrail.api.process.ProcessEvent.StepRefused;
import io.ordertrail.api.process.ProcessEvent.StepStuck;
import io.ordertrail.api.process.ProcessEvent.StepUnstuck;
import io.ordertrail.axon.process.step.Outcome.Accepted;
import io.ordertrail.axon.process.step.Outcome.Failed;
import io.ordertrail.axon.process.step.Outcome.Not;
import io.ordertrail.axon.process.step.Outcome.NotNow;
import io.ordertrail.axon.process.step.Outcome.RefusedBy;
import io.ordertrail.axon.process.step.WaitingStep.Answer;
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

    /**
     * It waits again.
     *
     * @param queued whether later steps of its subject still wait for it
     * @param why it was not accepted
     */
    record Again(Duration delay, boolean queued, boolean stuck, int failures, Not why, List<ProcessEvent> told)
            implements Next {}

    static Next after(Outcome outcome, StepId id, WaitingStep step, BackOff backOff, Instant at) {
        if (outcome instanceof Accepted) {
            return new Done(unstuck(id, step, at).toList());
        }
        if (outcome instanceof RefusedBy no && step.answer() == Answer.ANY) {
            ProcessEvent refused = new StepRefused(
                    id.process(), id.subject(), id.kind(), id.of(), id.number(), no.code(), no.detail(), at);
            return new Done(
                    Stream.concat(unstuck(id, step, at), Stream.of(refused)).toList());
        }
        return again((Not) outcome, id, step, backOff, at);
    }

    /** A failure holds the queue; whatever else was said is no reason for others to wait for long. */
    private static Next again(Not why, StepId id, WaitingStep step, BackOff backOff, Instant at) {
        int failures = step.failures() + 1;
        boolean lasts = failures >= backOff.stuckAfter();
        boolean holds = why instanceof Failed || why instanceof NotNow && !lasts;
        boolean needsSomebody = why instanceof Failed ? lasts : !(why instanceof NotNow);
        return new Again(
                backOff.after(failures),
                step.queued() && holds,
                step.stuck() || needsSomebody,
                failures,
                why,
                needsSomebody && !step.stuck() ? List.of(stuck(id, why, at)) : List.of());
    }

    private static StepStuck stuck(StepId id, Not why, Instant at) {
        return new StepStuck(id.process(), id.subject(), id.kind(), id.of(), id.number(), why.code(), why.detail(), at);
    }

    private static Stream<ProcessEvent> unstuck(StepId id, WaitingStep step, Instant at) {
        return step.stuck()
                ? Stream.of(new StepUnstuck(id.process(), id.subject(), id.kind(), id.of(), id.number(), at))
                : Stream.empty();
    }
}
