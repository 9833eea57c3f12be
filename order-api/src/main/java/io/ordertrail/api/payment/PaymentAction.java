package io.ordertrail.api.payment;

/** What people can ask of a payment. */
public enum PaymentAction {
    /** Take some of what is authorised. */
    CAPTURE,
    /** Void what is authorised and not captured. */
    VOID,
    /** Give some of what was captured back. */
    REFUND
}
