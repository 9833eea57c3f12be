package io.ordertrail.api.order.view;

import io.ordertrail.api.message.Named;
import java.util.List;

/** The requested orders that exist, in no order. */
@Named("order.OrdersFound")
public record OrdersFound(List<OrderView> orders) {}
