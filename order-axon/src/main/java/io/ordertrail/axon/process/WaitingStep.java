package io.ordertrail.axon.process;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A step as it waits in the database.
 *
 * @param command the stored name of the command's type
 * @param revision of that type
 * @param payload the command as JSON
 * @param metaData of the event that caused it: correlationId, causationId and, where there is one, traceId
 * @param stuck whether {@code process.StepStuck} was told, so that its end must be told too
 */
record WaitingStep(
        Answer answer, String command, String revision, JsonNode payload, Map<String, String> metaData, boolean stuck) {

    /** What a refusal is. */
    enum Answer {
        /** The step's answer, for the process to hear. */
        ANY,
        /** None: the command must be accepted in the end. */
        ACCEPTED
    }

    WaitingStep gotStuck() {
        return new WaitingStep(answer, command, revision, payload, metaData, true);
    }
}
