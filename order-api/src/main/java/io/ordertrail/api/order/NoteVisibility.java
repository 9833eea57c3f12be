package io.ordertrail.api.order;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** Who may read a note. */
public enum NoteVisibility {
    INTERNAL,
    CUSTOMER,
    /** Stored by a later release under a name that this one does not know. Nobody may say it. */
    @JsonEnumDefaultValue
    UNKNOWN
}
