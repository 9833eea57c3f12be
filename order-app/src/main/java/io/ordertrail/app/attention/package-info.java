/** The attention list over HTTP. */
@NullMarked
package io.ordertrail.app.attention;

import org.jspecify.annotations.NullMarked;
