/** Links by which somebody without an account follows one order. */
@NullMarked
package io.ordertrail.app.order.guest;

import org.jspecify.annotations.NullMarked;
