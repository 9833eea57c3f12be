package io.ordertrail.command.payment;

import java.time.Duration;
import java.time.Instant;

/** How long an authorisation is good for, from the moment it was given. */
record AuthorizationPeriod(Duration length) {

    AuthorizationPeriod {
        if (length.isNegative() || length.isZero()) {
            throw new IllegalArgumentException("ordertrail.payment.authorization-period must be more than nothing");
        }
    }

    Instant endOf(Instant authorizedAt) {
        return authorizedAt.plus(length);
    }
}
