/** Events that a projection could not take in: where they wait, and how they are taken in later. */
@NullMarked
package io.ordertrail.query.projection.deadletter;

import org.jspecify.annotations.NullMarked;
