package io.ordertrail.api.order.value;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** Who may read a note. */
public enum NoteVisibility {
    INTERNAL,
    CUSTOMER,
    /** A constant of a later release. No caller may send it. */
    @JsonEnumDefaultValue
    UNKNOWN
}
