package io.ordertrail.axon.process.step;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step as it waits in the database.
 *
 * @param text of its {@link StepId}
 * @param seq tells apart the rows that a step has had; later steps have higher ones
 * @param version counts the changes of the row by who sends it, from 0
 * @param queued whether it waits for the earlier steps of its subject: a deadline does not, nor one that has stepped
 *     aside
 * @param dueAt when it is sent, or tried again
 * @param command the stored name of the command's type
 * @param revision of that type
 * @param payload the command as JSON
 * @param metaData of the event that caused it, as JSON: correlationId, causationId and, where there is one, traceId
 * @param failures tries in a row that were not accepted
 * @param stuck whether {@code process.StepStuck} was told, so that its end must be told too
 */
record WaitingStep(
        String text,
        long seq,
        int version,
        String subject,
        Answer answer,
        boolean queued,
        Instant dueAt,
        String command,
        @Nullable String revision,
        String payload,
        String metaData,
        int failures,
        boolean stuck) {

    /** What a refusal is. */
    enum Answer {
        /** The step's answer, for the process to hear. */
        ANY,
        /** None: the command must be accepted in the end. */
        ACCEPTED
    }
}
