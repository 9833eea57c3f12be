/** Returns over REST. */
@NullMarked
package io.ordertrail.app.returns;

import org.jspecify.annotations.NullMarked;
