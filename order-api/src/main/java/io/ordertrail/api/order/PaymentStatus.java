package io.ordertrail.api.order;

/** Derived from an order's money by {@link OrderFacts#paymentStatus()}. */
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
