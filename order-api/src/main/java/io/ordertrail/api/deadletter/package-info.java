/** Events that a view or a process could not process: what waits, why, and what a retry would change. */
@NullMarked
package io.ordertrail.api.deadletter;

import org.jspecify.annotations.NullMarked;
