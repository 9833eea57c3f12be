package io.ordertrail.api.order.view;

/** What an order can ask of stock, the first, and of payments, the others. */
public enum AskedOperation {
    /** To keep exactly so many units. */
    KEEP,
    AUTHORIZE,
    CAPTURE,
    VOID,
    REFUND
}
