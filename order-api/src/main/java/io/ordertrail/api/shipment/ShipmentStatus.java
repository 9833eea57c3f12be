package io.ordertrail.api.shipment;

/** How far a shipment has come. The last four are its end. */
public enum ShipmentStatus {
    /** The order allows it to be packed. */
    APPROVED,
    PACKED,
    /** It is under way. */
    DISPATCHED,
    DELIVERED,
    LOST,
    RETURNED_TO_SENDER,
    /** It never left. */
    CANCELLED
}
