/** Views over REST: their positions, and replays. */
@NullMarked
package io.ordertrail.app.projection;

import org.jspecify.annotations.NullMarked;
