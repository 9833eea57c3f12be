package io.ordertrail.query.verification;

import io.ordertrail.api.verification.Verification.Check;
import java.util.List;

/** A check of a subject, in addition to the comparison of its rows with the fold of their events. */
@FunctionalInterface
public interface InvariantCheck {

    /**
     * Reads, and changes nothing: if the service is stopped, the database accepts no writes. If it runs, rows may
     * change at any time. So both sides of a comparison must come from one statement, or be read again.
     */
    List<Check> check();
}
