package io.ordertrail.api.stock;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** Why a promise of stock was taken back. */
public enum ReleaseReason {
    /** Its time was over before it was confirmed. */
    EXPIRED,
    /** Another line of the order could not be promised. */
    ORDER_REJECTED,
    ORDER_CANCELLED,
    /** The order was changed and needs fewer. */
    ORDER_EDITED,
    /** Stored by a later release under a name that this one does not know. Nobody may say it. */
    @JsonEnumDefaultValue
    UNKNOWN
}
