package io.ordertrail.query.projection.rebuild;

/** What somebody wants of a rebuild that is under way. */
public enum Wish {
    NONE,
    PAUSE,
    CANCEL
}
