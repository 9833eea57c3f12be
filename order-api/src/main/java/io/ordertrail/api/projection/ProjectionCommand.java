package io.ordertrail.api.projection;

import io.ordertrail.api.constraint.Reason;
import io.ordertrail.api.deadletter.DeadLetter;
import io.ordertrail.api.deadletter.DeadLetterFilter;
import io.ordertrail.api.deadletter.DeadLetterRetries;
import io.ordertrail.api.deadletter.DeadLetterRetry;
import io.ordertrail.api.message.Named;
import jakarta.validation.constraints.NotBlank;

/** What staff can ask of a view. For staff only; other callers are refused. */
public sealed interface ProjectionCommand {

    /**
     * Empties the read model and fills it again from the first event on: soon, in whichever process keeps it. Until it
     * is filled, who reads it as a whole is refused with {@link ProjectionRefusal.ViewIncomplete}. Answers a
     * {@link Replay}.
     */
    @Named("projection.StartReplay")
    record StartReplay(String projection, String replayId) implements ProjectionCommand {}

    /** Processes the events of a parked sequence again. Answers a {@link DeadLetterRetry}. */
    @Named("projection.RetryDeadLetter")
    record RetryDeadLetter(String id) implements ProjectionCommand {}

    /** The same of all sequences that agree with {@code filter}. Answers {@link DeadLetterRetries}. */
    @Named("projection.RetryDeadLetters")
    record RetryDeadLetters(DeadLetterFilter filter) implements ProjectionCommand {}

    /**
     * Discards the events of a parked sequence: the view stays without them until it is replayed. Answers the
     * {@link DeadLetter} that it was.
     *
     * @param reason 1 to 500 characters
     */
    @Named("projection.DiscardDeadLetter")
    record DiscardDeadLetter(String id, @NotBlank @Reason String reason) implements ProjectionCommand {}
}
