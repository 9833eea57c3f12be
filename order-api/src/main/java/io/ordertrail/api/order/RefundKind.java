package io.ordertrail.api.order;

/** How received money went back. */
public enum RefundKind {
    /** Given back by the shop, the way it came. */
    REFUND,
    /** Given back by the shop, to the customer's account. */
    CREDIT,
    /** Taken back by the customer's bank. */
    CHARGEBACK
}
