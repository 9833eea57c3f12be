/** What followed from what, of an order and all that belongs to it. */
@NullMarked
package io.ordertrail.app.order.cause;

import org.jspecify.annotations.NullMarked;
