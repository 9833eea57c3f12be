package io.ordertrail.query.order.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step that was not accepted when it was last tried.
 *
 * @param step its name: process, subject, kind, of and number with slashes between
 * @param dueAt when it is tried again
 * @param failures tries in a row that were not accepted
 * @param stuck whether a person should look
 */
record FailingStep(
        String step,
        String subject,
        Instant dueAt,
        long failures,
        boolean stuck,
        @Nullable String code) {

    private static final int PARTS = 5;

    /** What happens to it next, and why. */
    String words() {
        String[] name = step.split("/", -1);
        return "Step " + (name.length == PARTS ? name[2] + " of " + name[0] : step) + " is tried again; it failed "
                + (failures == 1 ? "once" : failures + " times") + ", last with " + code
                + (stuck ? ", and a person should look" : "");
    }
}
