/** Capsules over REST and as a tool. */
@NullMarked
package io.ordertrail.app.capsule;

import org.jspecify.annotations.NullMarked;
