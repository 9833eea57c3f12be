package io.ordertrail.api.payment;

/** What is asked of a provider. */
public enum PaymentOperation {
    AUTHORIZE,
    CAPTURE,
    VOID,
    REFUND
}
