package io.ordertrail.api.attention;

/** What sort of thing needs a person, and so what it is about. */
public enum AttentionKind {
    /** A problem that was reported of an order, until somebody resolves it. It is about the order. */
    ORDER_PROBLEM,
    /** An order did not leave in time; until something of it leaves, or it ends. It is about the order. */
    ORDER_OVERDUE,
    /** Nobody knows what a payment provider did; until it is known. It is about the payment. */
    PAYMENT_OUTCOME,
    /** Fewer units are there than are promised; until enough are there again. It is about the SKU. */
    STOCK_SHORTFALL,
    /** A step of a process fails again and again; until it has its answer. It is about what the process is about. */
    STEP_STUCK,
    /** An event could not be taken in by the processes; until it was, or was discarded. It is about whose events wait. */
    EVENT_PARKED
}
