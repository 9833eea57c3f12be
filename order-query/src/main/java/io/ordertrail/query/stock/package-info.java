/** The read side of stock: units on hand, and their reservations. */
@NullMarked
package io.ordertrail.query.stock;

import org.jspecify.annotations.NullMarked;
