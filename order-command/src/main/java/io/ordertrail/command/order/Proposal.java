package io.ordertrail.command.order;

import io.ordertrail.api.order.OrderEvent.OrderEditProposed;

/**
 * A change of what was ordered that was worked out.
 *
 * @param outdated whether the order's goods have changed since
 */
record Proposal(OrderEditProposed edit, boolean outdated) {}
