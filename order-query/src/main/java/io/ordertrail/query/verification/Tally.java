package io.ordertrail.query.verification;

import io.ordertrail.api.verification.Verification.Check;
import java.util.ArrayList;
import java.util.List;

/** Counts what was looked at and what was wrong, and keeps the first examples. */
final class Tally {

    private long checked;
    private long breaches;
    private final List<String> examples = new ArrayList<>();

    void checked(long more) {
        checked += more;
    }

    void breach(String example) {
        breaches++;
        if (examples.size() < Check.MAX_EXAMPLES) {
            examples.add(example);
        }
    }

    Check check(String id, String claim) {
        return new Check(id, claim, checked, breaches, List.copyOf(examples));
    }
}
