package io.ordertrail.api.projection;

/**
 * Why a view could not process an event, or cannot go on. One of these words and never the text of the failure, which
 * may contain confidential data: the log has that text.
 */
public enum ProjectionError {
    /** The event's payload cannot be read, or is nothing that this release knows. */
    EVENT_UNREADABLE,
    /** The event does not follow the last one that the row holds: others between them are missing. */
    EVENT_MISSING,
    /** The row that the event changes cannot be read. */
    ROW_UNREADABLE,
    /** The database does not take the row. */
    ROW_REFUSED,
    /** The event means nothing to the row as it is. */
    FOLD_FAILED,
    /** The database is away or does not do what it should: it is tried again. */
    DATABASE,
    /** Another process took over meanwhile: it is tried again. */
    CLAIM_LOST,
    OTHER
}
