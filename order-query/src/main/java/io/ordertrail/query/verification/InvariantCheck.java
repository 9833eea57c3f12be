package io.ordertrail.query.verification;

import io.ordertrail.api.verification.Verification.Check;
import java.util.List;

/** What a subject adds to the verification of the read side, beside that its rows equal the fold of their events. */
@FunctionalInterface
public interface InvariantCheck {

    /**
     * Looks, and changes nothing: where the service is stopped, the database takes no writes. Where it runs, rows may
     * change at any time, so that what is compared must come from one statement, or be looked at again.
     */
    List<Check> check();
}
