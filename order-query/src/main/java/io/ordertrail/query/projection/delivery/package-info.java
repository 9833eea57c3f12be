/** How a batch of events is brought to one view. */
@NullMarked
package io.ordertrail.query.projection.delivery;

import org.jspecify.annotations.NullMarked;
