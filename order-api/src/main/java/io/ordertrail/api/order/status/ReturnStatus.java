package io.ordertrail.api.order.status;

/** How much of an order came back; derived from its quantities. */
public enum ReturnStatus {
    NONE,
    REQUESTED,
    IN_PROGRESS,
    PARTIALLY_RETURNED,
    RETURNED
}
