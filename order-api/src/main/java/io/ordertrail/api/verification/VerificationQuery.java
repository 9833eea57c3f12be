package io.ordertrail.api.verification;

import io.ordertrail.api.message.Named;
import java.util.List;

/** Asks for proof that what is stored is whole. All answer a {@link Verification}. */
public sealed interface VerificationQuery {

    /** The write side: I1 acknowledged commands are stored once, I2 streams are without gap, unique rows are owned. */
    @Named("verification.VerifyWrites")
    record VerifyWrites() implements VerificationQuery {}

    /**
     * Tamper evidence: I9 no event and no entry of the audit log was changed since it was chained.
     *
     * @param checkpoints signatures of checkpoints that were kept elsewhere
     */
    @Named("verification.VerifyChain")
    record VerifyChain(List<String> checkpoints) implements VerificationQuery {}

    /** The read side: I3 views equal the fold of the events, I4 sums agree, I6 processors are at the head. */
    @Named("verification.VerifyViews")
    record VerifyViews() implements VerificationQuery {}
}
