package io.ordertrail.api.process;

import io.ordertrail.api.message.Named;
import io.ordertrail.api.message.OfMany;
import io.ordertrail.api.message.RequestRefusal;
import org.jspecify.annotations.Nullable;

/** Queries about processes. For staff only; other callers are refused. */
public sealed interface ProcessQuery {

    /** The position of every process: {@link Processes}. */
    @Named("process.ListProcesses")
    record ListProcesses() implements ProcessQuery {}

    /**
     * A page of the steps that wait, the oldest first: {@link StepPage}. An invalid cursor or a limit out of bounds is
     * refused with {@link RequestRefusal.InvalidQuery}.
     *
     * @param process only of this process; null for all
     * @param stuck only steps with a {@code process.StepStuck}
     * @param limit items a page, 1 to 500
     * @param after cursor from a page before, or null for the first page
     */
    @Named("process.ListSteps")
    record ListSteps(
            @Nullable String process,
            boolean stuck,
            int limit,
            @Nullable String after) implements ProcessQuery, OfMany {}

    /** The parked events of an event processor, at most 500: {@link ParkedPage}. */
    @Named("process.ListParked")
    record ListParked(String process) implements ProcessQuery {}
}
