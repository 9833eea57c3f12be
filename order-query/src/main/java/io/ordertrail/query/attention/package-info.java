/** The attention list: everything that needs a person. */
@NullMarked
package io.ordertrail.query.attention;

import org.jspecify.annotations.NullMarked;
