package io.ordertrail.app.order.listing;

import io.ordertrail.api.order.view.OrderPage;
import io.ordertrail.api.order.view.OrderSummary;
import io.ordertrail.app.http.input.Cursors;
import java.util.List;

/** A page of orders as the answer shows it. */
record OrderList(List<OrderSummary> items, Cursors page) {

    static OrderList of(OrderPage page, int limit) {
        return new OrderList(page.items(), new Cursors(page.next(), page.prev(), page.end(), limit, page.unreadable()));
    }
}
