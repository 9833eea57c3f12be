package io.ordertrail.app.access;

/** Whether the service asks who comes. */
public enum AccessMode {

    /** On the loopback address: whoever reaches it is the operator, and may play other people. */
    LOCAL,

    /** Everybody shows a key. */
    SECURED
}
