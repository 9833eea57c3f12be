package io.ordertrail.api.order;

import io.ordertrail.api.message.Named;

/** By what an order is known. */
@Named("order.OrderKey")
public record OrderKey(String orderId, String number) {}
