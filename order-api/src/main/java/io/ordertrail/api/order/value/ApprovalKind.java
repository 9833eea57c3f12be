package io.ordertrail.api.order.value;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** What needs a second person where it is about more money than one may decide on. */
public enum ApprovalKind {
    /** Money goes back of the shop's own will. */
    REFUND,
    /** Goods leave unpaid. */
    WAIVER,
    /** A debt is given up. */
    WRITE_OFF,
    /** A constant of a later release. */
    @JsonEnumDefaultValue
    UNKNOWN
}
