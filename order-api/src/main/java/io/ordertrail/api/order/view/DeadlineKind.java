package io.ordertrail.api.order.view;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** What happens to an order by itself at a time. */
public enum DeadlineKind {
    /** The order is cancelled, unless it is confirmed. Not while it is on hold or a payment has no answer. */
    EXPIRY,
    /** The order is reported as overdue, unless all of it has left. */
    SHIP_BY,
    /** What a payment has promised ends, unless it is captured. */
    PROMISE_END,
    /** What a payment has refused is asked for again. */
    RETRY,
    /** A constant of a later release. No caller may send it. */
    @JsonEnumDefaultValue
    UNKNOWN
}
