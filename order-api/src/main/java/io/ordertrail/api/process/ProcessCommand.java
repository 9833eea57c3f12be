package io.ordertrail.api.process;

import io.ordertrail.api.constraint.Reason;
import io.ordertrail.api.deadletter.DeadLetter;
import io.ordertrail.api.deadletter.DeadLetterFilter;
import io.ordertrail.api.deadletter.DeadLetterRetries;
import io.ordertrail.api.deadletter.DeadLetterRetry;
import io.ordertrail.api.message.Named;
import jakarta.validation.constraints.NotBlank;

/** What people can do when a process cannot go on. For staff only; other callers are refused. */
public sealed interface ProcessCommand {

    /** Tries a step now, whatever its wait. Answers the {@link StepPage.Item} as it waits then. */
    @Named("process.RetryStep")
    record RetryStep(String step) implements ProcessCommand {}

    /**
     * Says that a step is settled in another way: it is not sent any more. Answers its {@link StepPage.Item}.
     *
     * @param reason 1 to 500 characters
     */
    @Named("process.TakeOverStep")
    record TakeOverStep(String step, @NotBlank @Reason String reason) implements ProcessCommand {}

    /** Processes a parked event again, and then the events behind it. Answers a {@link DeadLetterRetry}. */
    @Named("process.RetryParked")
    record RetryParked(String process, String id) implements ProcessCommand {}

    /** The same of all sequences that agree with {@code filter}. Answers {@link DeadLetterRetries}. */
    @Named("process.RetryAllParked")
    record RetryAllParked(DeadLetterFilter filter) implements ProcessCommand {}

    /**
     * Discards a parked event. The events behind it are tried again. Answers the {@link DeadLetter} that it was.
     *
     * @param reason 1 to 500 characters
     */
    @Named("process.DiscardParked")
    record DiscardParked(
            String process, String id, @NotBlank @Reason String reason) implements ProcessCommand {}
}
