package io.ordertrail.command.payment.sandbox;

import java.time.Instant;

/**
 * What the sandbox did, once for ever.
 *
 * @param reference by which it knows it
 * @param toldFrom before this it does not say what it did
 */
record SandboxOperation(Outcome outcome, String reference, Instant toldFrom) {

    enum Outcome {
        SUCCEEDED,
        FAILED,
        /** The request never arrived. */
        LOST
    }
}
