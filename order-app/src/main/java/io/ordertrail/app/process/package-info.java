/** Processes over REST: where each stands, what waits, and what staff can do about it. */
@NullMarked
package io.ordertrail.app.process;

import org.jspecify.annotations.NullMarked;
