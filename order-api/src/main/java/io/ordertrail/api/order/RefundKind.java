package io.ordertrail.api.order;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** How received money went back. */
public enum RefundKind {
    /** Given back by the shop, the way it came. */
    REFUND,
    /** Given back by the shop, to the customer's account. */
    CREDIT,
    /** Taken back by the customer's bank. */
    CHARGEBACK,
    /** Stored by a later release under a name that this one does not know. Nobody may say it. */
    @JsonEnumDefaultValue
    UNKNOWN
}
