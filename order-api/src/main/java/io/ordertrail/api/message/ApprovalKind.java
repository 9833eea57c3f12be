package io.ordertrail.api.message;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** What needs a second person where it is about more money than one may decide on. */
public enum ApprovalKind {
    /** Money goes back of the shop's own will. */
    REFUND,
    /** Goods leave unpaid. */
    WAIVER,
    /** A debt is given up. */
    WRITE_OFF,
    /** Money comes to an account, or leaves it, by somebody's hand. */
    ADJUSTMENT,
    /** A constant of a later release. */
    @JsonEnumDefaultValue
    UNKNOWN
}
