package io.ordertrail.api.order;

/** Derived from an order's quantities by {@link OrderFacts#returnStatus()}. */
public enum ReturnStatus {
    NONE,
    REQUESTED,
    IN_PROGRESS,
    PARTIALLY_RETURNED,
    RETURNED
}
