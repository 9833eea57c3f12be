/** Placing orders, one or many, and their price before that. */
@NullMarked
package io.ordertrail.app.order.placing;

import org.jspecify.annotations.NullMarked;
