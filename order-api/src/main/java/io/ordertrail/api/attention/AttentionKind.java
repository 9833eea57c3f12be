package io.ordertrail.api.attention;

/** What sort of thing needs a person, and so what it is about. */
public enum AttentionKind {
    /** A problem of an order, until a person resolves it. Its subject is the order. */
    ORDER_PROBLEM,
    /** An order did not leave in time; until something of it leaves, or it ends. It is about the order. */
    ORDER_OVERDUE,
    /** The outcome of a request to a payment provider is unknown, until it is known. Its subject is the payment. */
    PAYMENT_OUTCOME,
    /** Fewer units are there than are promised; until enough are there again. It is about the SKU. */
    STOCK_SHORTFALL,
    /** A step of a process fails again and again; until it has its answer. It is about what the process is about. */
    STEP_STUCK,
    /**
     * The processes could not process an event, until it is processed or discarded. Its subject is that of the event.
     */
    EVENT_PARKED,
    /**
     * A view could not process events, until they are processed or discarded: one item for each group of them that
     * failed for the same reason. Its subject is the view. It is never among what is resolved.
     */
    DEAD_LETTERS
}
