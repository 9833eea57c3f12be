/** The attention list: everything that needs a person. */
@NullMarked
package io.ordertrail.api.attention;

import org.jspecify.annotations.NullMarked;
