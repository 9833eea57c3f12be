/** Stock: what is on hand of a SKU, what is reserved of it, and for whom. */
@NullMarked
package io.ordertrail.api.stock;

import org.jspecify.annotations.NullMarked;
