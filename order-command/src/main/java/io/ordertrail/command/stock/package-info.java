/** The write side of stock: what may be promised of it, to whom, and which SKUs are tracked at all. */
@NullMarked
package io.ordertrail.command.stock;

import org.jspecify.annotations.NullMarked;
