package io.ordertrail.api.verification;

import io.ordertrail.api.Named;
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
     * @param examples the first breaches, at most {@link #MAX_EXAMPLES}
     */
    public record Check(String id, String claim, long checked, long breaches, List<String> examples) {

        public static final int MAX_EXAMPLES = 20;
    }
}
