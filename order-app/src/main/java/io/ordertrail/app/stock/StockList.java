package io.ordertrail.app.stock;

import io.ordertrail.api.stock.StockPage;
import io.ordertrail.api.stock.StockView;
import io.ordertrail.app.http.input.Cursors;
import java.util.List;

/** A page of stock items as the answer shows it. */
record StockList(List<StockView> items, Cursors page) {

    static StockList of(StockPage page, int limit) {
        return new StockList(page.items(), new Cursors(page.next(), page.prev(), page.end(), limit, page.unreadable()));
    }
}
