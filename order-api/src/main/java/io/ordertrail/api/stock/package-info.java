/** Stock: the units of a SKU on hand, and their reservations. */
@NullMarked
package io.ordertrail.api.stock;

import org.jspecify.annotations.NullMarked;
