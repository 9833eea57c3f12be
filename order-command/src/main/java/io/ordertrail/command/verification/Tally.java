package io.ordertrail.command.verification;

import io.ordertrail.api.verification.Verification.Check;
import java.util.ArrayList;
import java.util.List;

/** Counts what was looked at for one claim, and what breaks it. */
final class Tally {

    private final String invariant;
    private final String claim;
    private final List<String> examples = new ArrayList<>();
    private long checked;
    private long breaches;

    Tally(String invariant, String claim) {
        this.invariant = invariant;
        this.claim = claim;
    }

    void look() {
        checked++;
    }

    void breach(String example) {
        breaches++;
        if (examples.size() < Check.MAX_EXAMPLES) {
            examples.add(example);
        }
    }

    Check check() {
        return new Check(invariant, claim, checked, breaches, List.copyOf(examples));
    }
}
