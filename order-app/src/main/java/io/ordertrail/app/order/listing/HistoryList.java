package io.ordertrail.app.order.listing;

import io.ordertrail.api.order.view.OrderHistory;
import io.ordertrail.app.http.input.Cursors;
import java.util.List;

/**
 * A page of an order's history as the answer shows it.
 *
 * @param version of the order, whichever page it is
 */
record HistoryList(
        String orderId,
        long version,
        List<OrderHistory.Entry> entries,
        List<OrderHistory.Upcoming> upcoming,
        Cursors page) {

    static HistoryList of(OrderHistory history, int limit) {
        return new HistoryList(
                history.orderId(),
                history.version(),
                history.entries(),
                history.upcoming(),
                new Cursors(history.next(), history.prev(), history.end(), limit, 0));
    }
}
