/** Read models over REST: where each stands, and how it is filled again. */
@NullMarked
package io.ordertrail.app.projection;

import org.jspecify.annotations.NullMarked;
