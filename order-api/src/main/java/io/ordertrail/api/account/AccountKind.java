package io.ordertrail.api.account;

/** What an account is to its owner. */
public enum AccountKind {
    CUSTOMER,
    GIFT_CARD
}
