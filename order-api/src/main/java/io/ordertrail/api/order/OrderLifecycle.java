package io.ordertrail.api.order;

/** The one word that an order stores about itself; every other status is derived. */
public enum OrderLifecycle {
    PENDING,
    CONFIRMED,
    COMPLETED,
    CANCELLED
}
