/** How far an order and its parts are, in one word each. */
@NullMarked
package io.ordertrail.api.order.status;

import org.jspecify.annotations.NullMarked;
