package io.ordertrail.api.order.status;

/** One word for people, one-to-one with schema.org's OrderStatus (https://schema.org/OrderStatus). */
public enum DisplayStatus {
    PAYMENT_DUE,
    PROCESSING,
    IN_TRANSIT,
    DELIVERED,
    RETURNED,
    CANCELLED,
    PROBLEM
}
