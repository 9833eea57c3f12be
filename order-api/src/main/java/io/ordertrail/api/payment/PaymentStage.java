package io.ordertrail.api.payment;

/** How far a payment has come; derived from its money, and never set. */
public enum PaymentStage {
    /** Nothing is promised yet. */
    INITIATED,
    /** The provider will not pay. */
    DECLINED,
    /** All of it is authorised and nothing was captured. */
    AUTHORIZED,
    /** Some was taken, and more is promised. */
    PARTIALLY_CAPTURED,
    /** Taken, and nothing more is promised. */
    CAPTURED,
    /** The promise was given up before anything was taken. */
    VOIDED,
    /** The promise ended before anything was taken. */
    EXPIRED,
    /** Some was refunded. */
    PARTIALLY_REFUNDED,
    /** All that was captured was refunded. */
    REFUNDED,
    /** The customer's bank took some or all of it back. */
    CHARGED_BACK
}
