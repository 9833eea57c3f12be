/** The keys by which programs come in, and the tokens by which people do. */
@NullMarked
package io.ordertrail.api.access;

import org.jspecify.annotations.NullMarked;
