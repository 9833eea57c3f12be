/** How far projections are, and what has been committed. */
@NullMarked
package io.ordertrail.query.projection.position;

import org.jspecify.annotations.NullMarked;
