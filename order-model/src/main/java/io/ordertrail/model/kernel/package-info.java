/** What all subjects share: who asks, when, faults of a request, money in parts, processed commands. */
@NullMarked
package io.ordertrail.model.kernel;

import org.jspecify.annotations.NullMarked;
