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
     * Makes the rows of a view anew from the first event on, beside those that are read, and puts them in their place:
     * soon, in whichever process keeps the view. Answers a {@link Rebuild}.
     */
    @Named("projection.StartRebuild")
    record StartRebuild(String projection, String rebuildId) implements ProjectionCommand {}

    /** Makes no more rows until {@link ResumeRebuild}. Answers the {@link Rebuild}. */
    @Named("projection.PauseRebuild")
    record PauseRebuild(String projection, String rebuildId) implements ProjectionCommand {}

    /** Goes on with a rebuild that is paused. Answers the {@link Rebuild}. */
    @Named("projection.ResumeRebuild")
    record ResumeRebuild(String projection, String rebuildId) implements ProjectionCommand {}

    /** Gives a rebuild up; the view is as it was. Answers the {@link Rebuild}. */
    @Named("projection.CancelRebuild")
    record CancelRebuild(String projection, String rebuildId) implements ProjectionCommand {}

    /**
     * Puts the rows back that a rebuild has replaced, with what happened since. Answers the {@link Rebuild} that does.
     *
     * @param newId the id of that one
     */
    @Named("projection.RollBackRebuild")
    record RollBackRebuild(String projection, String rebuildId, String newId) implements ProjectionCommand {}

    /** Processes the events of a parked sequence again. Answers a {@link DeadLetterRetry}. */
    @Named("projection.RetryDeadLetter")
    record RetryDeadLetter(String id) implements ProjectionCommand {}

    /** The same of all sequences that agree with {@code filter}. Answers {@link DeadLetterRetries}. */
    @Named("projection.RetryDeadLetters")
    record RetryDeadLetters(DeadLetterFilter filter) implements ProjectionCommand {}

    /**
     * Discards the events of a parked sequence: the view stays without them until it is rebuilt. Answers the
     * {@link DeadLetter} that it was.
     *
     * @param reason 1 to 500 characters
     */
    @Named("projection.DiscardDeadLetter")
    record DiscardDeadLetter(String id, @NotBlank @Reason String reason) implements ProjectionCommand {}
}
