/** How a process ends: one step after the other, and nothing stored too late. */
@NullMarked
package io.ordertrail.axon.lifecycle;

import org.jspecify.annotations.NullMarked;
