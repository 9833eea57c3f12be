/** Events that a projection could not process: where they wait, and how they are processed later. */
@NullMarked
package io.ordertrail.query.projection.deadletter;

import org.jspecify.annotations.NullMarked;
