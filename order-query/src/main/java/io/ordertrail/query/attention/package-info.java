/** The list of what needs a person. */
@NullMarked
package io.ordertrail.query.attention;

import org.jspecify.annotations.NullMarked;
