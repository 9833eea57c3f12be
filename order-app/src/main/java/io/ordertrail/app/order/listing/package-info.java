/** Reading orders: one, a page of them, and their history. */
@NullMarked
package io.ordertrail.app.order.listing;

import org.jspecify.annotations.NullMarked;
