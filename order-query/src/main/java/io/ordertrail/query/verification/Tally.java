package io.ordertrail.query.verification;

import io.ordertrail.api.verification.Verification.Check;
import java.util.ArrayList;
import java.util.List;

/** Counts checks and breaches, and keeps the first examples. */
public final class Tally {

    private long checked;
    private long breaches;
    private long behind;
    private final List<String> examples = new ArrayList<>();
    private final List<String> lags = new ArrayList<>();

    /** {@code more} things were looked at. */
    public void checked(long more) {
        checked += more;
    }

    /** One more of them breaks the claim. */
    public void breach(String example) {
        breaches++;
        if (examples.size() < Check.MAX_EXAMPLES) {
            examples.add(example);
        }
    }

    /** One more of them cannot be checked yet, because a projection has not processed all stored events. */
    public void behind(String example) {
        behind++;
        if (lags.size() < Check.MAX_EXAMPLES) {
            lags.add(example);
        }
    }

    /** What came of it. */
    public Check check(String id, String claim) {
        return new Check(id, claim, checked, breaches, behind, List.copyOf(breaches > 0 ? examples : lags));
    }
}
