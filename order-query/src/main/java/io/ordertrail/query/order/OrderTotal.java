package io.ordertrail.query.order;

import org.joda.money.Money;

/** Goods, shipping and what the customer owes, at placement or the last edit. */
record OrderTotal(Money goods, Money shipping, Money grand) {

    OrderTotal plus(OrderTotal other) {
        return new OrderTotal(goods.plus(other.goods), shipping.plus(other.shipping), grand.plus(other.grand));
    }
}
