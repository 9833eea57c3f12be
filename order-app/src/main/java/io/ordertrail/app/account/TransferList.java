package io.ordertrail.app.account;

import io.ordertrail.api.account.TransferPage;
import io.ordertrail.api.account.TransferView;
import io.ordertrail.app.http.input.Cursors;
import java.util.List;

/** A page of transfers as the answer shows it. */
record TransferList(List<TransferView> items, Cursors page) {

    static TransferList of(TransferPage page, int limit) {
        return new TransferList(
                page.items(), new Cursors(page.next(), page.prev(), page.end(), limit, page.unreadable()));
    }
}
