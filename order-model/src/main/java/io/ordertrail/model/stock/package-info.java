/** What a stock item is: units on the shelf, and those that are kept for orders. */
@NullMarked
package io.ordertrail.model.stock;

import org.jspecify.annotations.NullMarked;
