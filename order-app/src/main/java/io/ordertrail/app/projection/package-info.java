/** Views over REST: their positions, and rebuilds. */
@NullMarked
package io.ordertrail.app.projection;

import org.jspecify.annotations.NullMarked;
