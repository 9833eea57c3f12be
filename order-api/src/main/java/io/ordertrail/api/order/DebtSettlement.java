package io.ordertrail.api.order;

/** How a debt ended that could not be settled the way it was to be. */
public enum DebtSettlement {
    /** Paid by other means than the service knows. */
    PAID_ANOTHER_WAY,
    /** Paid into an account of the customer. */
    TO_ACCOUNT,
    /** Not paid: whoever had the money keeps it. */
    WRITTEN_OFF
}
