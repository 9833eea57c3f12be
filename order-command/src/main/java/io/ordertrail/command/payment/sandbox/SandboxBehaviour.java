package io.ordertrail.command.payment.sandbox;

import io.ordertrail.api.payment.PaymentOperation;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the sandbox does with a request, as its token says. */
enum SandboxBehaviour {
    /** Does it and says so. */
    OK,
    /** Refuses it. */
    DECLINE,
    /** Does it, and the answer is lost. */
    TIMEOUT,
    /** Does not do it, and there is no answer. */
    TIMEOUT_NOTHING,
    /** Does it, and says so later by itself. */
    LATE,
    /** Does it, and says so twice more by itself. */
    TWICE;

    /**
     * What {@code token} means for {@code operation}: a bare word such as {@code timeout} for every operation;
     * {@code capture-timeout} for captures, where all else is ok. Empty where it is no such token.
     */
    static Optional<SandboxBehaviour> of(String token, PaymentOperation operation) {
        Optional<SandboxBehaviour> ofAll = named(token);
        if (ofAll.isPresent()) {
            return ofAll;
        }
        for (PaymentOperation each : PaymentOperation.values()) {
            String prefix = each.name().toLowerCase(Locale.ROOT) + "-";
            if (token.startsWith(prefix)) {
                return named(token.substring(prefix.length())).map(found -> each == operation ? found : OK);
            }
        }
        return Optional.empty();
    }

    private static Optional<SandboxBehaviour> named(String word) {
        return Arrays.stream(values())
                .filter(each ->
                        each.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word))
                .findFirst();
    }
}
