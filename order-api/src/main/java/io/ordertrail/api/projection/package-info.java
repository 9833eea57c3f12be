/** Views of a running system: their positions, and rebuilds. */
@NullMarked
package io.ordertrail.api.projection;

import org.jspecify.annotations.NullMarked;
