package io.ordertrail.api.order;

import io.ordertrail.api.message.Refusal;

/** Refusals of orders, one record for each reason. The first word of each Javadoc is its rule, if any. */
public sealed interface OrderRefusal extends Refusal permits OrderCourseRefusal, OrderGoodsRefusal, OrderMoneyRefusal {}
