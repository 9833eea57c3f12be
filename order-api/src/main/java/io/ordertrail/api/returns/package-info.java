/** Returns: goods on their way back, and what becomes of them. */
@NullMarked
package io.ordertrail.api.returns;

import org.jspecify.annotations.NullMarked;
