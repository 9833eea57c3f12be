package io.ordertrail.api.account;

/** The status of a transfer. */
public enum TransferStatus {
    /** The money is being moved. */
    INITIATED,
    /** It has arrived. */
    COMPLETED,
    /** It never left, or is back where it came from. */
    FAILED
}
