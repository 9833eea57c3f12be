/** Processes over REST: their positions, what waits, and what staff can do. */
@NullMarked
package io.ordertrail.app.process;

import org.jspecify.annotations.NullMarked;
