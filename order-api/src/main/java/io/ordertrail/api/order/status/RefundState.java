package io.ordertrail.api.order.status;

/** How far a refund has come. One that was refused is asked for again under a number of its own. */
public enum RefundState {
    ASKED,
    DONE,
    REFUSED
}
