/** The read side of stock: what is there, what is promised of it, and to whom. */
@NullMarked
package io.ordertrail.query.stock;

import org.jspecify.annotations.NullMarked;
