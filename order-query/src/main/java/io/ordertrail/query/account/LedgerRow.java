package io.ordertrail.query.account;

import org.joda.money.Money;

/**
 * A row of the ledger.
 *
 * @param account the account or the house account that it belongs to, or the transfer
 * @param position in the event store, from which it counts
 * @param until position from which it no longer counts
 * @param version how many events it holds, less one
 */
record LedgerRow(String key, Side side, String account, Money amount, long position, long until, long version) {

    /** A position that has not come yet. */
    static final long NOT_YET = Long.MAX_VALUE;

    /** The kind of a row. */
    enum Side {
        ACCOUNT,
        HOUSE,
        /** What a transfer says is under way. */
        TRANSIT
    }

    /** For ever from {@code position} on. */
    static LedgerRow moved(String key, Side side, String account, Money amount, long position) {
        return new LedgerRow(key, side, account, amount, position, NOT_YET, 0);
    }

    LedgerRow left(long at) {
        return position == NOT_YET ? new LedgerRow(key, side, account, amount, at, until, version + 1) : this;
    }

    LedgerRow arrived(long at) {
        return until == NOT_YET ? new LedgerRow(key, side, account, amount, position, at, version + 1) : this;
    }
}
