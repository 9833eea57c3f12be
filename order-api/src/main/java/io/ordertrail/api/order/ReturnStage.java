package io.ordertrail.api.order;

/** How far a return has come, as its order sees it. */
public enum ReturnStage {
    REQUESTED,
    APPROVED,
    /** The units are back in the house. */
    RECEIVED,
    /** Somebody has looked at them: what is accepted goes back as money. */
    INSPECTED,
    /** Refused, before or after the goods were seen. */
    REJECTED,
    /** The goods did not come. */
    EXPIRED,
    CLOSED
}
