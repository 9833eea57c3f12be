package io.ordertrail.api.order.value;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** Why an order or a part of it was cancelled. */
public enum CancellationReason {
    CUSTOMER,
    STAFF,
    FRAUD,
    DUPLICATE,
    UNAVAILABLE,
    OTHER,
    /** Sent by the service itself: not enough stock. */
    OUT_OF_STOCK,
    /** Sent by the service itself: not paid in time. */
    EXPIRED,
    /** Sent by the service itself: all of it was lost on its way, and given up. */
    LOST,
    /** A constant of a later release. No caller may send it. */
    @JsonEnumDefaultValue
    UNKNOWN
}
