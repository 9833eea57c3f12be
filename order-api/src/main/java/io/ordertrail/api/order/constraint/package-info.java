/** The bounds of what only orders have. */
@NullMarked
package io.ordertrail.api.order.constraint;

import org.jspecify.annotations.NullMarked;
