/** The write side of stock: what is kept of it, for whom, and which SKUs are tracked at all. */
@NullMarked
package io.ordertrail.command.stock;

import org.jspecify.annotations.NullMarked;
