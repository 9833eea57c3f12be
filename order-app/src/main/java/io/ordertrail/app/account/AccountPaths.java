package io.ordertrail.app.account;

import io.ordertrail.app.order.OrderPaths;

/** The paths of accounts, transfers and the ledger. */
final class AccountPaths {

    static final String ACCOUNTS = OrderPaths.API + "/accounts";
    static final String TRANSFERS = OrderPaths.API + "/transfers";
    static final String LEDGER = OrderPaths.API + "/ledger";

    private AccountPaths() {}

    static String of(String accountId) {
        return ACCOUNTS + "/" + accountId;
    }
}
