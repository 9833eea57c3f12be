package io.ordertrail.app.order.listing;

import io.ordertrail.api.order.view.OrderView;
import java.util.List;

/** Orders that were looked up. */
record FoundOrders(List<OrderView> items) {}
