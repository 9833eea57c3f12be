package io.ordertrail.api.order.value;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** How far a return has come, as its order sees it. */
public enum ReturnStage {
    REQUESTED,
    APPROVED,
    /** The units are back in the house. */
    RECEIVED,
    /** They were inspected; the accepted worth is refunded. */
    INSPECTED,
    /** Refused, before or after the goods were seen. */
    REJECTED,
    /** The goods did not come. */
    EXPIRED,
    CLOSED,
    /** A constant of a later release. No caller may send it. */
    @JsonEnumDefaultValue
    UNKNOWN
}
