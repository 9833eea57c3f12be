package io.ordertrail.api.account;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** Why money moves, and the house account on the other side of the movement (rule A3). */
public enum MovementKind {
    /** Money from or to the world outside. */
    CASH("@cash-in"),
    /** Paid for an order: only a captured hold. */
    SALE("@sales"),
    /** Given back for an order. */
    REFUND("@refunds"),
    /** On its way between two accounts, there or back again. */
    TRANSFER("@in-transit"),
    /** A constant of a later release. No caller may send it. */
    @JsonEnumDefaultValue
    UNKNOWN("@unknown");

    private final String counterAccount;

    MovementKind(String counterAccount) {
        this.counterAccount = counterAccount;
    }

    /** The house account on the other side: a row of a projection, never an aggregate. */
    public String counterAccount() {
        return counterAccount;
    }
}
