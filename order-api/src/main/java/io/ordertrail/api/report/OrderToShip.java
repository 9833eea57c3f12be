package io.ordertrail.api.report;

import java.time.Instant;

/**
 * A confirmed order with units that are not shipped yet.
 *
 * @param wanted units ordered and not cancelled
 * @param shipped of these, units that have left
 * @param onHold whether it must not leave for now
 * @param since business time of its confirmation
 */
public record OrderToShip(
        String orderId, String number, String customerId, long wanted, long shipped, boolean onHold, Instant since) {}
