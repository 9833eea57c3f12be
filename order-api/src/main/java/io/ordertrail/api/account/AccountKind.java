package io.ordertrail.api.account;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** What an account is to its owner. */
public enum AccountKind {
    CUSTOMER,
    GIFT_CARD,
    /** Stored by a later release under a name that this one does not know. Nobody may say it. */
    @JsonEnumDefaultValue
    UNKNOWN
}
