package io.ordertrail.api.order.value;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** Kinds of movements of a payment's money. */
public enum PaymentKind {
    /** Promised by the provider. */
    AUTHORIZED,
    /** Received. */
    CAPTURED,
    /** What was promised and not received is given up, or can no longer be had. */
    RELEASED,
    /** Not promised after all: nothing moved. */
    DECLINED,
    /** A constant of a later release. No caller may send it. */
    @JsonEnumDefaultValue
    UNKNOWN
}
