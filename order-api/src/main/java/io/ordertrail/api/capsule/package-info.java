/** An order and all that it touches, as one thing that can be carried away. */
@NullMarked
package io.ordertrail.api.capsule;

import org.jspecify.annotations.NullMarked;
