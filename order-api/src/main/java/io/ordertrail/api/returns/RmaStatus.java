package io.ordertrail.api.returns;

/** How far a return (RMA) has come. The last three are its end. */
public enum RmaStatus {
    REQUESTED,
    APPROVED,
    /** Some or all of the goods are back in the house. */
    RECEIVED,
    /** Every unit that came has its verdict; a refund may still be due. */
    INSPECTED,
    REFUNDED,
    CLOSED,
    REJECTED,
    /** The goods did not come in time. */
    EXPIRED
}
