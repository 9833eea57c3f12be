package io.ordertrail.api.order;

/** What happened to the money: promised by whoever keeps it, or moved. */
public enum PaymentKind {
    AUTHORIZED,
    CAPTURED
}
