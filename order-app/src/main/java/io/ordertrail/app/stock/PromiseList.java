package io.ordertrail.app.stock;

import io.ordertrail.api.stock.Promise;
import io.ordertrail.api.stock.PromisePage;
import io.ordertrail.app.http.input.Cursors;
import java.util.List;

/** A page of what is promised as the answer shows it. */
record PromiseList(List<Promise> items, Cursors page) {

    static PromiseList of(PromisePage page, int limit) {
        return new PromiseList(
                page.items(), new Cursors(page.next(), page.prev(), page.end(), limit, page.unreadable()));
    }
}
