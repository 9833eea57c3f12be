/** The read side of orders: view, list, history, and earlier states. */
@NullMarked
package io.ordertrail.query.order;

import org.jspecify.annotations.NullMarked;
