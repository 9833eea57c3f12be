package io.ordertrail.api.stock;

/** Why a promise of stock was taken back. */
public enum ReleaseReason {
    /** Its time was over before it was confirmed. */
    EXPIRED,
    /** Another line of the order could not be promised. */
    ORDER_REJECTED,
    ORDER_CANCELLED,
    /** The order was changed and needs fewer. */
    ORDER_EDITED
}
