/**
 * Rebuilds: the rows of a view are made anew beside those that are read, compared with them, and put in their place.
 */
@NullMarked
package io.ordertrail.query.projection.rebuild;

import org.jspecify.annotations.NullMarked;
