package io.ordertrail.api.order;

/** The one word that an order stores about itself; every other status is derived ({@link OrderFacts}). */
public enum OrderLifecycle {
    PENDING,
    CONFIRMED,
    COMPLETED,
    CANCELLED
}
