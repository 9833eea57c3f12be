package io.ordertrail.api.order.value;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** Why received money went back. */
public enum RefundKind {
    /** A gift of the shop: the order is worth less. */
    GOODWILL,
    /** For goods that came back: the order is worth less. */
    RETURN,
    /** It is to be paid another way: it is due again. */
    OTHER_MEANS,
    /** It was too much. */
    CORRECTION,
    /** It pays for another order. */
    EXCHANGE,
    /** Taken back by the customer's bank: it is due again. */
    CHARGEBACK,
    /** A constant of a later release. No caller may send it. */
    @JsonEnumDefaultValue
    UNKNOWN
}
