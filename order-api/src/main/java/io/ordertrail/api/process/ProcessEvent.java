package io.ordertrail.api.process;

import io.ordertrail.api.Named;
import java.time.Instant;

/**
 * What became of a step: a command that a process sent. A step that did what it should leaves no event here, for the events of
 * its command tell it. These events belong to no aggregate. Each is stored at most once for a step.
 */
public sealed interface ProcessEvent {

    /** Name of the process, such as {@code fulfilment}. */
    String process();

    /** What the process is about, such as an order's id. */
    String processId();

    /** The step within the process, such as {@code reserve:1}. */
    String step();

    /** From 1; a process that tries the same step again after a refusal counts it up. */
    int attempt();

    Instant at();

    /** A rule said no, and that is the step's answer: it is not tried again. {@code code} and {@code detail} are the refusal's. */
    @Named("process.StepRefused")
    record StepRefused(
            String process, String processId, String step, int attempt, String code, String detail, Instant at)
            implements ProcessEvent {}

    /** A step fails again and again. It is still being tried, but somebody should look. */
    @Named("process.StepStuck")
    record StepStuck(String process, String processId, String step, int attempt, String code, String detail, Instant at)
            implements ProcessEvent {}

    /** A step that was stuck has had its answer after all. */
    @Named("process.StepUnstuck")
    record StepUnstuck(String process, String processId, String step, int attempt, Instant at)
            implements ProcessEvent {}
}
