package io.ordertrail.api.order;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** What happened to the money of a payment. */
public enum PaymentKind {
    /** Promised by whoever keeps it. */
    AUTHORIZED,
    /** Received. */
    CAPTURED,
    /** What was promised and not received is given up, or can no longer be had. */
    RELEASED,
    /** Not promised after all: nothing moved. */
    DECLINED,
    /** Stored by a later release under a name that this one does not know. Nobody may say it. */
    @JsonEnumDefaultValue
    UNKNOWN
}
