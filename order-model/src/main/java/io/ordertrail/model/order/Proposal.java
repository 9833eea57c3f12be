package io.ordertrail.model.order;

import io.ordertrail.api.order.OrderCourseEvent.OrderEditProposed;

/**
 * A change of what was ordered that was worked out.
 *
 * @param outdated whether the order's goods have changed since
 */
public record Proposal(OrderEditProposed edit, boolean outdated) {}
