package io.ordertrail.api.account;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** What an account is to its owner. */
public enum AccountKind {
    CUSTOMER,
    GIFT_CARD,
    /** A constant of a later release. No caller may send it. */
    @JsonEnumDefaultValue
    UNKNOWN
}
