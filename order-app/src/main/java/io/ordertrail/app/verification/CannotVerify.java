package io.ordertrail.app.verification;

import io.ordertrail.axon.failure.CauseChain;

/** The invariants could not be checked; the message gives the reason to a person. */
final class CannotVerify extends Exception {

    private static final long serialVersionUID = 1;

    CannotVerify(String message) {
        super(message);
    }

    /** With the first line of the innermost message, which names the host, the table or the lock. */
    CannotVerify(String message, Throwable cause) {
        super(message + ": " + innermost(cause), cause);
    }

    private static String innermost(Throwable failure) {
        String known = CauseChain.innermost(failure).getMessage();
        String message = known == null ? "no reason given" : known;
        return message.lines().findFirst().orElse(message).replaceFirst("; SQL statement:$", "");
    }
}
