/** What an order knows of its lines, in units and prices, and of those that come back. */
@NullMarked
package io.ordertrail.model.order.goods;

import org.jspecify.annotations.NullMarked;
