/** The keys by which programs come in. */
@NullMarked
package io.ordertrail.api.access;

import org.jspecify.annotations.NullMarked;
