package io.ordertrail.api.order;

/** Who may read a note. */
public enum NoteVisibility {
    INTERNAL,
    CUSTOMER
}
