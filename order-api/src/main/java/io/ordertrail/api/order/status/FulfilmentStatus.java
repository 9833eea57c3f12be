package io.ordertrail.api.order.status;

/** How much of an order has left and arrived; derived from its quantities. */
public enum FulfilmentStatus {
    UNFULFILLED,
    BACKORDERED,
    PARTIALLY_SHIPPED,
    SHIPPED,
    PARTIALLY_DELIVERED,
    DELIVERED,
    CANCELLED
}
