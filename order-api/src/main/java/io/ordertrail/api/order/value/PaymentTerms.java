package io.ordertrail.api.order.value;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** What must be paid before goods leave (rule O4). */
public enum PaymentTerms {
    /** Captured in full. */
    PREPAID,
    /** Authorised or captured in full; the default. */
    AUTH_FIRST,
    /** Nothing: the customer is billed, and staff answers for it. */
    INVOICE,
    /** A constant of a later release. No caller may send it. */
    @JsonEnumDefaultValue
    UNKNOWN
}
