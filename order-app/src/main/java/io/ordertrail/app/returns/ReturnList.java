package io.ordertrail.app.returns;

import io.ordertrail.api.returns.ReturnPage;
import io.ordertrail.api.returns.ReturnView;
import io.ordertrail.app.http.input.Cursors;
import java.util.List;

/** A page of returns as the answer shows it. */
record ReturnList(List<ReturnView> items, Cursors page) {

    static ReturnList of(ReturnPage page, int limit) {
        return new ReturnList(
                page.items(), new Cursors(page.next(), page.prev(), page.end(), limit, page.unreadable()));
    }
}
