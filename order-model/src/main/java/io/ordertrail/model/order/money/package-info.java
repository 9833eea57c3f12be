/** What an order knows of its payments, in sums and one by one. */
@NullMarked
package io.ordertrail.model.order.money;

import org.jspecify.annotations.NullMarked;
