package io.ordertrail.api.order.status;

public enum OrderShipmentStatus {
    APPROVED,
    DISPATCHED,
    DELIVERED,
    /** Not sent after all; its units may be approved again. */
    WITHDRAWN,
    /** It left and did not arrive; a person must decide what becomes of its units. */
    LOST,
    /** It left and came back; a person must decide what becomes of its units. */
    RETURNED_TO_SENDER,
    /** Somebody has said what becomes of the units that did not arrive. */
    RESOLVED
}
