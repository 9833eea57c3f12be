package io.ordertrail.api.projection;

public enum RebuildStatus {
    /** It has not begun. */
    ASKED,
    /** New rows are being made; the old ones are read, and brought up to date. */
    FILLING,
    /** Nothing is made until it is resumed. */
    PAUSED,
    /** The new rows have processed what the old ones have, and both are compared. */
    COMPARING,
    /** The new rows are read. */
    DONE,
    /** The old rows are read as before. */
    CANCELLED;

    public boolean isOver() {
        return this == DONE || this == CANCELLED;
    }
}
