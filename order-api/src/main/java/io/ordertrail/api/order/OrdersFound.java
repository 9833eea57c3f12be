package io.ordertrail.api.order;

import io.ordertrail.api.message.Named;
import java.util.List;

/** Those of the orders asked for that there are, in no order. */
@Named("order.OrdersFound")
public record OrdersFound(List<OrderView> orders) {}
