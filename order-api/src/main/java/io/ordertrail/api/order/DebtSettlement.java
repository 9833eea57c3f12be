package io.ordertrail.api.order;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** How a debt ended that could not be settled the way it was to be. */
public enum DebtSettlement {
    /** Paid by other means than the service knows. */
    PAID_ANOTHER_WAY,
    /** Paid into an account of the customer. */
    TO_ACCOUNT,
    /** Not paid: whoever had the money keeps it. */
    WRITTEN_OFF,
    /** Stored by a later release under a name that this one does not know. Nobody may say it. */
    @JsonEnumDefaultValue
    UNKNOWN
}
