/** A resource as it was at a moment, and what differs between two. */
@NullMarked
package io.ordertrail.app.moment;

import org.jspecify.annotations.NullMarked;
