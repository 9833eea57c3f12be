/** The values that commands, events and views of orders are made of. */
@NullMarked
package io.ordertrail.api.order.value;

import org.jspecify.annotations.NullMarked;
