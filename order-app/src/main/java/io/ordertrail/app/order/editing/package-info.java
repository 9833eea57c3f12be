/** Changing orders: edits, cancellations, holds, notes, addresses, and what is stuck in them. */
@NullMarked
package io.ordertrail.app.order.editing;

import org.jspecify.annotations.NullMarked;
