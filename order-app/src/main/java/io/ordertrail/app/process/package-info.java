/** Processes over REST: their positions, steps that wait, and what staff can do. */
@NullMarked
package io.ordertrail.app.process;

import org.jspecify.annotations.NullMarked;
