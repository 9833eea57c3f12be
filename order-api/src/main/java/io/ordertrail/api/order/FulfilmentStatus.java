package io.ordertrail.api.order;

/** Derived from an order's quantities by {@link OrderFacts#fulfilmentStatus()}. */
public enum FulfilmentStatus {
    UNFULFILLED,
    BACKORDERED,
    PARTIALLY_SHIPPED,
    SHIPPED,
    PARTIALLY_DELIVERED,
    DELIVERED,
    CANCELLED
}
