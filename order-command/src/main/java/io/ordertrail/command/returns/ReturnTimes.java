package io.ordertrail.command.returns;

import java.time.Duration;

/**
 * How long things may take.
 *
 * @param receipt from the approval until the goods must have come, above zero
 */
record ReturnTimes(Duration receipt) {

    ReturnTimes {
        if (receipt.isNegative() || receipt.isZero()) {
            throw new IllegalArgumentException("ordertrail.returns.receipt must be above zero, not " + receipt);
        }
    }
}
