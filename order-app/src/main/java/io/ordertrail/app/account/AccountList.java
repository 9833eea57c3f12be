package io.ordertrail.app.account;

import io.ordertrail.api.account.AccountPage;
import io.ordertrail.api.account.AccountView;
import io.ordertrail.app.http.input.Cursors;
import java.util.List;

/** A page of accounts as the answer shows it. */
record AccountList(List<AccountView> items, Cursors page) {

    static AccountList of(AccountPage page, int limit) {
        return new AccountList(
                page.items(), new Cursors(page.next(), page.prev(), page.end(), limit, page.unreadable()));
    }
}
