/** The tables that a view has, each time a whole set of them: which there are, and which is read. */
@NullMarked
package io.ordertrail.query.projection.generation;

import org.jspecify.annotations.NullMarked;
