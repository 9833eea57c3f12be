package io.ordertrail.api.verification;

import io.ordertrail.api.message.Named;
import java.util.List;

/** The outcome of a verification. */
@Named("verification.Verification")
public record Verification(List<Check> checks) {

    /**
     * One invariant.
     *
     * @param id {@code I1} … as docs/reference/invariants.md lists them
     * @param claim what was checked, in words
     * @param checked how many things were looked at
     * @param breaches how many of them break the claim
     * @param behind how many of them cannot be checked yet, because a view or process is behind
     * @param examples the first breaches, or else the first that are behind, at most {@link #MAX_EXAMPLES}
     */
    public record Check(String id, String claim, long checked, long breaches, long behind, List<String> examples) {

        public static final int MAX_EXAMPLES = 20;

        public Outcome outcome() {
            return breaches > 0 ? Outcome.BREACH : behind > 0 ? Outcome.BEHIND : Outcome.OK;
        }
    }

    /** The result of a check. */
    public enum Outcome {
        /** It holds. */
        OK,
        /** It holds as far as can be checked before the views and processes that are behind have caught up. */
        BEHIND,
        /** It is broken. */
        BREACH
    }
}
