package io.ordertrail.api.order.value;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** How a debt ended that could not be settled the way it was to be. */
public enum DebtSettlement {
    /** Paid by other means than the service knows. */
    PAID_ANOTHER_WAY,
    /** Paid into an account of the customer. */
    TO_ACCOUNT,
    /** Not paid: the money stays where it is. */
    WRITTEN_OFF,
    /** A constant of a later release. No caller may send it. */
    @JsonEnumDefaultValue
    UNKNOWN
}
