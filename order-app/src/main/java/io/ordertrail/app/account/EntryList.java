package io.ordertrail.app.account;

import io.ordertrail.api.account.AccountEntries;
import io.ordertrail.app.http.input.Cursors;
import java.util.List;

/** A page of a statement as the answer shows it. */
record EntryList(List<AccountEntries.Entry> items, Cursors page) {

    static EntryList of(AccountEntries page, int limit) {
        return new EntryList(page.items(), new Cursors(page.next(), page.prev(), page.end(), limit, 0));
    }
}
