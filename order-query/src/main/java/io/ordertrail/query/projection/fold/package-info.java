/** How events become rows in memory, batch by batch. */
@NullMarked
package io.ordertrail.query.projection.fold;

import org.jspecify.annotations.NullMarked;
