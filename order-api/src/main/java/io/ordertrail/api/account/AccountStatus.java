package io.ordertrail.api.account;

/** The status of an account. */
public enum AccountStatus {
    OPEN,
    /** Money may come in, and what was held before may be captured or released; nothing else. */
    FROZEN,
    /** For ever. */
    CLOSED
}
