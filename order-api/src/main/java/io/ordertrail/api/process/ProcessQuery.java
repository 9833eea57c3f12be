package io.ordertrail.api.process;

import io.ordertrail.api.deadletter.DeadLetterFilter;
import io.ordertrail.api.deadletter.DeadLetterGroups;
import io.ordertrail.api.deadletter.DeadLetterInspection;
import io.ordertrail.api.deadletter.DeadLetters;
import io.ordertrail.api.message.Named;
import io.ordertrail.api.message.OfMany;
import io.ordertrail.api.message.RequestRefusal;
import java.util.List;
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

    /** The events that the processes of an event processor could not process: {@link DeadLetters}. */
    @Named("process.ListParked")
    record ListParked(DeadLetterFilter filter) implements ProcessQuery {}

    /** The same in groups: {@link DeadLetterGroups}. */
    @Named("process.GroupParked")
    record GroupParked(DeadLetterFilter filter) implements ProcessQuery {}

    /**
     * What was personal in the events about {@code subjects}: {@link StepTexts}. Asked by the service itself, which
     * knows whose they are.
     */
    @Named("process.ListStepTexts")
    record ListStepTexts(List<String> subjects) implements ProcessQuery, OfMany {}

    /** One of them closely, with what a retry would do: {@link DeadLetterInspection}. */
    @Named("process.InspectParked")
    record InspectParked(String process, String id) implements ProcessQuery {}
}
