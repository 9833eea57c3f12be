/** Stock over REST. */
@NullMarked
package io.ordertrail.app.stock;

import org.jspecify.annotations.NullMarked;
