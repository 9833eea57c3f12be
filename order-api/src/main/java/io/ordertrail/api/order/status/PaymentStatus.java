package io.ordertrail.api.order.status;

/** How much of an order is paid; derived from its money. */
public enum PaymentStatus {
    NONE,
    PENDING,
    AUTHORIZED,
    PARTIALLY_PAID,
    PAID,
    OVERPAID,
    PARTIALLY_REFUNDED,
    REFUNDED,
    /** The customer's bank took back what was paid. */
    CHARGED_BACK,
    VOIDED,
    FAILED
}
