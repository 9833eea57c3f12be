package io.ordertrail.command.verification;

import io.ordertrail.api.verification.Verification.Check;
import java.util.ArrayList;
import java.util.List;

/** Counts what was looked at for one claim, and what breaks it. */
public final class Tally {

    private final String invariant;
    private final String claim;
    private final List<String> examples = new ArrayList<>();
    private final List<String> lags = new ArrayList<>();
    private long checked;
    private long breaches;
    private long behind;

    public Tally(String invariant, String claim) {
        this.invariant = invariant;
        this.claim = claim;
    }

    public void look() {
        checked++;
    }

    public void breach(String example) {
        breaches++;
        if (examples.size() < Check.MAX_EXAMPLES) {
            examples.add(example);
        }
    }

    /** One more of them cannot be checked yet, because a process, or the chain, is behind. */
    public void behind(String example) {
        behind++;
        if (lags.size() < Check.MAX_EXAMPLES) {
            lags.add(example);
        }
    }

    public Check check() {
        return new Check(invariant, claim, checked, breaches, behind, List.copyOf(breaches > 0 ? examples : lags));
    }
}
